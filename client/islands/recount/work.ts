import { type CountChoice, type Counted, countElection } from '../../../shared/counting/countElection.ts'
import { type Ballots, type Election, numberOfBallots } from '../../../shared/counting/election.ts'
import { decodeBallots } from '../../../shared/counting/read/decode.ts'
import type { ReadBallots } from '../../../shared/counting/read/fault.ts'
import { readBallots } from '../../../shared/counting/read/readBallots.ts'

/** Reads files and counts the last one that was read. It runs in a worker, or in the page where there can be none. */
export class Work {
  #election: Election | undefined

  /** The election that comes back holds its ballots as one group, of which only the number is right. */
  async read(file: Blob & { name: string }): Promise<ReadBallots> {
    const { text, remarks } = decodeBallots(new Uint8Array(await file.arrayBuffer()))
    const read = readBallots(text, file.name)
    this.#election = read.ok ? read.election : undefined
    if (!read.ok) return { ok: false, faults: [...remarks, ...read.faults] }
    return { ok: true, election: withoutBallots(read.election), remarks: [...remarks, ...read.remarks] }
  }

  /** @throws Error when no file has been read */
  count(choice: CountChoice): Counted {
    if (!this.#election) throw new Error('No file has been read')
    return countElection(this.#election, choice)
  }
}

/** Many ballots would be copied to the page for nothing. */
function withoutBallots(election: Election): Election {
  const all = { weight: numberOfBallots(election.ballots), options: [], ranks: [], marks: [] }
  return { ...election, ballots: { ...election.ballots, ballots: [all] } as Ballots }
}
