/** Invented data: a small force for the demo, and loads of the size of a force and of the country for measuring. */
import { DEMO_SEED, type DemoSummary, generateDemo } from './demo.ts'
import { type LoadSummary, writeLoad } from './load.ts'

export { DEMO_FORCE, DEMO_SEED, type DemoOptions, type DemoSummary, generateDemo, LATEST_MONTH } from './demo.ts'
export type { LoadSummary } from './load.ts'

export const SCALES = ['demo', 'force', 'national'] as const
export type Scale = (typeof SCALES)[number]

export interface SynthesisOptions {
  readonly scale: Scale
  /** Folder to write into; made if it is not there. */
  readonly out: string
  readonly seed?: number
  /** How many months, ending with `latest`. */
  readonly months?: number
  /** `YYYY-MM` */
  readonly latest?: string
  readonly onProgress?: (done: number, total: number, what: string) => void
}

/** Writes the files of any scale, in the formats that `npm run import` reads. The same options always give the same bytes. */
export async function synthesise(options: SynthesisOptions): Promise<DemoSummary | LoadSummary> {
  const { scale, out, ...rest } = options
  if (scale === 'demo') return generateDemo(out, rest)
  return writeLoad({ ...rest, scale, out, seed: rest.seed ?? DEMO_SEED })
}
