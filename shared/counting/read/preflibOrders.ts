import type { OptionIndex } from '../election.ts'
import type { FaultList } from './faultList.ts'
import { wholeNumber } from './numbers.ts'

/** Complete or incomplete orders, strict or with ties. */
export const orderKinds = ['soc', 'soi', 'toc', 'toi'] as const
export type OrderKind = (typeof orderKinds)[number]

export interface Order {
  options: OptionIndex[]
  ranks: number[] | null
}

/** Reads `1,{2,3},4`: a rank for every place, those in braces share one, and the next place has the next number. */
export class OrderReader {
  readonly #kind: OrderKind
  readonly #alternatives: number
  readonly #faults: FaultList
  /** The number of the order in which an alternative was last met. */
  readonly #met: Uint32Array
  #order = 0

  constructor(kind: OrderKind, alternatives: number, faults: FaultList) {
    this.#kind = kind
    this.#alternatives = alternatives
    this.#faults = faults
    this.#met = new Uint32Array(alternatives)
  }

  read(line: string, from: number, lineNumber: number): Order | null {
    this.#order++
    const options: OptionIndex[] = []
    const ranks: number[] = []
    let rank = 0
    let tied = false
    /** How many stand in the braces that are open; null outside. */
    let inBraces: number | null = null
    let needsValue = false
    let ended = false
    const fault = (value: string) => {
      this.#faults.add(lineNumber, 'preflibOrder', { value })
      return null
    }
    for (let at = from; at < line.length; at++) {
      const letter = line[at]!
      if (letter === ' ' || letter === '\t') continue
      if (letter === ',') {
        if (!ended) return fault(line.slice(at))
        ended = false
        needsValue = true
      } else if (letter === '{') {
        if (ended || inBraces !== null) return fault(line.slice(at))
        inBraces = 0
        needsValue = false
        rank++
      } else if (letter === '}') {
        if (inBraces === 0) {
          this.#faults.add(lineNumber, 'preflibEmptyGroup')
          return null
        }
        if (inBraces === null || !ended) return fault(line.slice(at))
        if (inBraces > 1) {
          tied = true
          if (this.#kind === 'soc' || this.#kind === 'soi') {
            this.#faults.add(lineNumber, 'preflibTie', { kind: this.#kind })
            return null
          }
        }
        inBraces = null
      } else {
        let end = at
        while (end < line.length && line.charCodeAt(end) >= 48 && line.charCodeAt(end) <= 57) end++
        if (end === at || ended) return fault(line.slice(at))
        const number = wholeNumber(line.slice(at, end))!
        if (number < 1 || number > this.#alternatives) {
          this.#faults.add(lineNumber, 'preflibUnknown', { value: line.slice(at, end), most: this.#alternatives })
          return null
        }
        if (this.#met[number - 1] === this.#order) {
          this.#faults.add(lineNumber, 'preflibTwice', { number })
          return null
        }
        this.#met[number - 1] = this.#order
        if (inBraces === null) rank++
        else inBraces++
        options.push(number - 1)
        ranks.push(rank)
        ended = true
        needsValue = false
        at = end - 1
      }
    }
    if (inBraces !== null || needsValue) return fault(line.slice(from).trim())
    const complete = this.#kind === 'soc' || this.#kind === 'toc'
    if (complete && options.length < this.#alternatives) {
      this.#faults.add(lineNumber, 'preflibIncomplete', {
        kind: this.#kind,
        found: options.length,
        expected: this.#alternatives,
      })
      return null
    }
    return tied ? sortedInRanks(options, ranks) : { options, ranks: null }
  }
}

/** Tied options stand ascending. */
function sortedInRanks(options: OptionIndex[], ranks: number[]): Order {
  let from = 0
  for (let at = 1; at <= options.length; at++) {
    if (at < options.length && ranks[at] === ranks[from]) continue
    if (at - from > 1) {
      const tied = options.slice(from, at).sort((a, b) => a - b)
      for (let place = 0; place < tied.length; place++) options[from + place] = tied[place]!
    }
    from = at
  }
  return { options, ranks }
}
