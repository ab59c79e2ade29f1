import type { ballotFiles } from '../../i18n/ballotFiles.ts'
import type { Election } from '../election.ts'

/** The sentences that a fault or a remark can have; `line` and `ballot` are what stands before them. */
export type FaultCode = Exclude<keyof (typeof ballotFiles)['en'], 'line' | 'ballot'>

/** What a ballots file says wrongly. `shared/i18n/ballotFiles.ts` has the sentence of every code, in both languages. */
export interface Fault {
  /** From one; null where it is the whole file. */
  line: number | null
  code: FaultCode
  /** What the sentence says; `ballot` is the number of the ballot where a file has no lines to name, as in JSON. */
  values: Readonly<Record<string, string | number>>
}

/**
 * A file as it was read. Remarks are statements of the file that its own ballots contradict, such as a wrong number of voters:
 * the ballots are counted as they stand, and the remark is shown. With a fault nothing is counted.
 */
export type ReadBallots =
  | { ok: true; election: Election; remarks: readonly Fault[] }
  | { ok: false; faults: readonly Fault[] }
