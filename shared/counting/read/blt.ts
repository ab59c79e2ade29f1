import type { OptionIndex } from '../election.ts'
import { readBltNames } from './bltNames.ts'
import type { ReadBallots } from './fault.ts'
import { FaultList } from './faultList.ts'
import { RankingGroups } from './groups.ts'
import { splitLines } from './lines.ts'
import { wholeNumber } from './numbers.ts'
import { withDistinctIds } from './optionIds.ts'
import { mostOptions, Tally } from './tally.ts'

/**
 * Reads a `.blt` file: Hill, Wichmann and Woodall's form ("Algorithm 123", 1987) with what OpenSTV and OpaVote added: `=`
 * between candidates of one rank, `-` for a rank left out, `(id)` before a ballot, `#` before a comment. A ballot has a line
 * of its own, as every program that is known to us writes it: where a nought is forgotten or stands for a rank left out
 * (as some sites write it), reading on would make other ballots of it, and nobody would see. Only where ballots follow on the
 * first line do line ends between them mean nothing, as in 1987. What Droop added in `[...]` or `=tie` is refused, not skipped.
 */
export function readBlt(text: string): ReadBallots {
  const faults = new FaultList()
  const remarks = new FaultList()
  const lines = splitLines(text)
  let at = lines.findIndex((line) => withoutComment(line) !== '')
  const header = withoutComment(lines[at] ?? '').split(/\s+/)
  const candidates = wholeNumber(header[0] ?? '')
  const seats = wholeNumber(header[1] ?? '')
  if (candidates === null || seats === null) {
    faults.add(Math.max(at, 0) + 1, 'bltHeader', { value: header.join(' ') })
    return { ok: false, faults: faults.list }
  }
  if (seats < 1 || seats > mostOptions) faults.add(at + 1, 'bltSeats', { value: header[1] ?? '', most: mostOptions })
  // What stands behind the two numbers can only be whole ballots, or who withdrew.
  const behind = header.slice(2)
  if (behind.length > 0 && !behind.includes('0') && !behind.every((token) => token.startsWith('-')))
    faults.add(at + 1, 'bltHeaderNumbers', { value: header.join(' ') })
  if (faults.any) return { ok: false, faults: faults.list }
  if (candidates < 1 || candidates > mostOptions) {
    faults.add(at + 1, 'numberOfOptions', { most: mostOptions })
    return { ok: false, faults: faults.list }
  }

  const ballots = new BallotLines(candidates, header.length === 2, faults)
  let rest = behind.join(' ')
  for (;;) {
    ballots.read(rest, at + 1)
    if (ballots.ended !== null || at + 1 >= lines.length) break
    at++
    rest = lines[at]!
  }
  if (ballots.ended === null) {
    faults.add(null, 'bltNoEnd')
    return { ok: false, faults: faults.list }
  }
  if (ballots.tally.total === 0 && !faults.any) faults.add(null, 'noBallots')
  const names = readBltNames([ballots.ended, ...lines.slice(at + 1)], at + 1, candidates, faults, remarks)
  if (!names || faults.any) return { ok: false, faults: faults.list }

  const named = names.candidates.map((candidate, index) => ({
    ...candidate,
    withdrawn: ballots.withdrawn.has(index),
    cost: null,
  }))
  return {
    ok: true,
    election: {
      title: names.title,
      options: withDistinctIds(named, remarks),
      ballots: { form: 'ranking', longest: null, ballots: ballots.groups.list },
      budget: null,
      declared: { method: 'scottish-stv', seats, seed: null, completion: null },
      claimed: null,
    },
    remarks: remarks.list,
  }
}

function withoutComment(line: string): string {
  const hash = line.indexOf('#')
  return (hash < 0 ? line : line.slice(0, hash)).trim()
}

class BallotLines {
  readonly groups = new RankingGroups()
  readonly withdrawn = new Set<OptionIndex>()
  readonly tally: Tally
  /** What follows the lone nought on its line; null before it. */
  ended: string | null = null
  readonly #candidates: number
  readonly #oneALine: boolean
  readonly #faults: FaultList
  /** The number of the ballot on which a candidate was last met. */
  readonly #met: Uint32Array
  #ballot = 0

  constructor(candidates: number, oneALine: boolean, faults: FaultList) {
    this.#candidates = candidates
    this.#oneALine = oneALine
    this.#faults = faults
    this.#met = new Uint32Array(candidates)
    this.tally = new Tally(faults)
  }

  /** Reads the ballots of one line; after a fault the rest of the line is left. */
  read(line: string, lineNumber: number): void {
    let at = skipSpaces(line, 0)
    while (at < line.length && line[at] !== '#') {
      const before = this.#ballot
      const next = this.#readOne(line, at, lineNumber)
      if (next === null) return
      at = skipSpaces(line, next)
      const more = at < line.length && line[at] !== '#'
      if (more && this.#oneALine && this.#ballot > before) {
        this.#faults.add(lineNumber, 'bltAfterBallot', { value: line.slice(at).trim() })
        return
      }
    }
  }

  #readOne(line: string, from: number, lineNumber: number): number | null {
    const fault = (...[code, values]: [Parameters<FaultList['add']>[1], Record<string, string | number>?]) => {
      this.#faults.add(lineNumber, code, values)
      return null
    }
    let at = from
    if (line[at] === '(') {
      const close = line.indexOf(')', at)
      if (close < 0) return fault('bltBallotId')
      at = skipSpaces(line, close + 1)
    }
    if (line[at] === '"') {
      // Names, but no nought before them: what follows is no ballots any more.
      this.ended = line.slice(at)
      return fault('bltNoEndBefore')
    }
    let end = tokenEnd(line, at)
    const first = line.slice(at, end)
    if (first === '0') {
      const rest = line.slice(end)
      if (/^\s*[-=(\d]/.test(rest)) return fault('bltWeight', { value: first })
      this.ended = rest
      return null
    }
    if (first.startsWith('-') && this.#ballot === 0) {
      const candidate = wholeNumber(first.slice(1))
      if (candidate === null || candidate < 1 || candidate > this.#candidates)
        return fault('bltWithdrawn', { value: first, most: this.#candidates })
      this.withdrawn.add(candidate - 1)
      return end
    }
    if (first.startsWith('[')) return fault('bltExtension', { value: first })
    const weight = wholeNumber(first)
    if (weight === null || weight < 1) {
      const fraction = /^\d*[./]\d+$/.test(first)
      return fault(fraction ? 'bltFraction' : 'bltWeight', { value: first })
    }

    this.#ballot++
    const options: OptionIndex[] = []
    const ranks: number[] = []
    let strict = true
    let rank = 0
    for (;;) {
      at = skipSpaces(line, end)
      if (at >= line.length || line[at] === '#') return fault('bltNotClosed')
      end = tokenEnd(line, at)
      rank++
      const token = line.slice(at, end)
      if (token === '0') break
      if (token === '-') {
        strict = false
        continue
      }
      const tied = token.includes('=') ? token.split('=') : [token]
      if (tied.length > 1) strict = false
      for (const text of tied) {
        const candidate = wholeNumber(text)
        if (candidate === null) return fault('bltPreference', { value: token })
        if (candidate < 1 || candidate > this.#candidates)
          return fault('bltUnknown', { value: text, most: this.#candidates })
        if (this.#met[candidate - 1] === this.#ballot) return fault('bltTwice', { number: candidate })
        this.#met[candidate - 1] = this.#ballot
        options.push(candidate - 1)
        ranks.push(rank)
      }
      if (tied.length > 1) sortLast(options, tied.length)
    }
    if (this.tally.add(weight, lineNumber)) this.groups.add(options, strict ? null : ranks, weight)
    return end
  }
}

/** Sorts the last `length`, which share a rank. */
function sortLast(options: OptionIndex[], length: number): void {
  options.push(...options.splice(options.length - length, length).sort((a, b) => a - b))
}

function skipSpaces(line: string, from: number): number {
  let at = from
  while (at < line.length && isSpace(line.charCodeAt(at))) at++
  return at
}

function tokenEnd(line: string, from: number): number {
  let at = from
  while (at < line.length && !isSpace(line.charCodeAt(at)) && line[at] !== '#') at++
  return at
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0
}
