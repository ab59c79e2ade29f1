import type { Part } from './parts.ts'

/** More distinct texts than this are not remembered: an entry with its text takes some 200 bytes. */
const mostRemembered = 200_000

/**
 * The distinct texts of a group of columns. Each is parsed when it is first seen; then it is a number, by which arrays hold what is
 * known of it. Numbers are never used again, so a batch that holds them stays sound when texts are forgotten.
 */
export class Dictionary<T> {
  readonly values: T[] = []
  readonly problems: (string | undefined)[] = []
  private readonly numbers = new Map<string, number>()
  /** What was asked for last: rows that follow one another have much in common. */
  private last = '\0'
  private lastNumber = -1
  private readonly parse: (raw: string) => Part<T>
  private readonly none: T

  /** @param none stands in `values` where there is a problem */
  constructor(parse: (raw: string) => Part<T>, none: T) {
    this.parse = parse
    this.none = none
  }

  /** The number of `block[start..end)`; only a copy of it is kept. */
  numberAt(block: string, start: number, end: number): number {
    if (end - start === this.last.length && block.startsWith(this.last, start)) return this.lastNumber
    const slice = block.slice(start, end)
    const number = this.numbers.get(slice)
    if (number === undefined) return this.add(slice)
    this.last = slice
    this.lastNumber = number
    return number
  }

  get size(): number {
    return this.values.length
  }

  /** Whether so many texts are known that a fresh dictionary should take over between files. */
  get isFull(): boolean {
    return this.values.length > mostRemembered
  }

  private add(slice: string): number {
    const raw = Buffer.from(slice, 'latin1').toString('latin1')
    const part = this.parse(raw)
    const number = this.values.length
    this.values.push('value' in part ? part.value : this.none)
    this.problems.push('problem' in part ? part.problem : undefined)
    // A bad text is remembered too, but a file full of different ones must not fill the memory.
    if (this.numbers.size < 4 * mostRemembered) this.numbers.set(raw, number)
    return number
  }
}
