import { sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Handle } from './database.ts'

/** The channel on which other processes hear whose counts have moved. */
export const countsChannel = 'counts_moved'

/** Whose counts: a neighbourhood's of the devices behind its concerns, or a meeting's of the answers about it. */
export type Counted = `concerns ${number}` | `answers ${number}`

/** A notification that is lost on its way is made up for after so long. */
const countedAgainMs = 10_000

/**
 * Which counts have moved, in this process. Where the page version would empty the memory of every page, this makes only the answers anew
 * that show the count, and those only once somebody asks for one.
 */
export class WatchedCounts {
  private readonly clock: () => Date
  private readonly moves = new Map<string, number>()
  private lost = 0

  constructor(clock: () => Date) {
    this.clock = clock
  }

  /** @param counted '' when some may have moved, and nobody knows which */
  moved(counted: Counted | ''): void {
    if (counted === '') this.lost += 1
    else this.moves.set(counted, (this.moves.get(counted) ?? 0) + 1)
  }

  /** To be called before counts are read; gives a function that tells whether what was read then is what it would be now. */
  look(counted: Counted): () => boolean {
    const before = this.standing(counted)
    const doubtedAt = this.clock().getTime() + countedAgainMs
    return () => this.standing(counted) === before && this.clock().getTime() < doubtedAt
  }

  private standing(counted: Counted): string {
    return `${this.lost} ${this.moves.get(counted) ?? 0}`
  }
}

/**
 * Changes a count that public pages show, in one transaction; the next request of a page or twin that shows it shows it as it is then.
 * @param work uses only the handle that it is given
 */
export async function changeCounts<Result>(
  { database, counts }: Pick<Context, 'database' | 'counts'>,
  counted: Counted,
  work: (handle: Handle) => Promise<Result>,
): Promise<Result> {
  try {
    return await database.transaction(async (handle) => {
      const result = await work(handle)
      await sql`select pg_notify(${countsChannel}, ${counted})`.execute(handle.kysely)
      return result
    })
  } finally {
    counts.moved(counted)
  }
}
