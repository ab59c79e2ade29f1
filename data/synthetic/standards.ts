/** Who signs the demo's standards: an invented inspector of the invented force. */
export const DEMO_SIGNATURE = {
  name: 'Inspector Wren Holmestead',
  role: 'Neighbourhood inspector, Dogger Constabulary',
} as const

/** The ready sets that every neighbourhood of the invented force promises. No result comes with them: each is worked out, or not measured. */
export const DEMO_SETS: readonly string[] = ['guarantee', 'measured-here']
