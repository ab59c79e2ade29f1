/** What the demo's open meeting begins with: questions that nobody asked. */
export interface InventedQuestion {
  readonly text: string
  readonly name: string | null
  /** How many other devices back it. */
  readonly backings: number
  /** Whether the chair has let it through. */
  readonly isShown: boolean
}

/** `*` stands for a street of the neighbourhood. */
export const INVENTED_QUESTIONS: readonly InventedQuestion[] = [
  {
    text: 'When will the speed checks on * be repeated, and will we hear what they found?',
    name: 'Mair',
    backings: 6,
    isShown: true,
  },
  {
    text: 'Could patrols pass the ferry stage when the last boat comes in?',
    name: null,
    backings: 3,
    isShown: true,
  },
  {
    text: 'Whom do we ring about motorbikes in the park: you or the council?',
    name: 'J. Okafor',
    backings: 1,
    isShown: true,
  },
  { text: 'The street light at the corner of * is out again. Who mends it?', name: null, backings: 0, isShown: false },
  { text: 'Can the next meeting be later? Many of us work until seven.', name: 'Sam', backings: 0, isShown: false },
]
