import type { Ballots, OptionIndex } from '../election.ts'
import type { FaultCode } from './fault.ts'
import type { FaultList } from './faultList.ts'
import { ApprovalGroups, MarkedGroups, RankingGroups } from './groups.ts'
import { compareMarks, type Mark, markText, readMark, scaled, sumOfMarks, wholeNumber } from './numbers.ts'
import type { OurSettings } from './ourSettings.ts'
import { mostBallots, Tally } from './tally.ts'

/** One ballot as our files have it, or a number of identical ones. */
export interface Paper {
  receipt: string
  /** How many such ballots; empty is one. */
  ballots: string
  /** One for every option; empty is no mark. */
  marks: readonly string[]
}

/** Where a paper stands: in CSV its line, in JSON its number. */
export interface Place {
  line: number | null
  ballot: number | null
}

/** Reads the ballots of our own files and holds them to the limits that the file itself declares. */
export class OurPapers {
  readonly tally: Tally
  readonly #settings: OurSettings
  readonly #options: number
  readonly #faults: FaultList
  readonly #receipts = new Set<string>()
  readonly #approvals = new ApprovalGroups()
  readonly #rankings = new RankingGroups()
  readonly #marked = new MarkedGroups()
  #place: Place = { line: null, ballot: null }

  constructor(settings: OurSettings, options: number, faults: FaultList) {
    this.#settings = settings
    this.#options = options
    this.#faults = faults
    this.tally = new Tally(faults)
    this.#marked.refine(settings.form === 'score' ? settings.unmarked.decimals : 0)
  }

  /** Says whether the ballot counts. */
  add({ receipt, ballots, marks }: Paper, place: Place): boolean {
    this.#place = place
    const weight = ballots === '' ? 1 : wholeNumber(ballots)
    if (weight === null || weight < 1) return this.#fault('weight', { value: ballots, most: mostBallots })
    if (receipt !== '') {
      if (weight > 1) return this.#fault('receiptForMany', { receipt })
      if (this.#receipts.has(receipt)) return this.#fault('receiptTwice', { receipt })
      this.#receipts.add(receipt)
    }
    if (marks.length !== this.#options)
      return this.#fault('marksOfPaper', { found: marks.length, expected: this.#options })
    if (!this.tally.add(weight, place.line)) return false
    const { form } = this.#settings
    if (form === 'approval') return this.#addApproval(marks, weight)
    return form === 'ranking' ? this.#addRanking(marks, weight) : this.#addMarks(marks, weight)
  }

  finish(): Ballots {
    const { form, most, unmarked } = this.#settings
    if (form === 'approval') return { form, most, ballots: this.#approvals.list }
    if (form === 'ranking') return { form, longest: most, ballots: this.#rankings.list }
    if (this.#marked.beyond) this.#faults.add(null, 'marksTooFine')
    const { decimals, list } = this.#marked
    if (form === 'points') return { form, decimals, ballots: list }
    return { form, decimals, unmarked: unmarked.units * 10 ** (decimals - unmarked.decimals), ballots: list }
  }

  #fault(code: FaultCode, values: Record<string, string | number>): false {
    const { line, ballot } = this.#place
    this.#faults.add(line, code, ballot === null ? values : { ...values, ballot })
    return false
  }

  #addApproval(marks: readonly string[], weight: number): boolean {
    const options: OptionIndex[] = []
    for (let option = 0; option < marks.length; option++) {
      const mark = marks[option]!
      if (mark === '1') options.push(option)
      else if (mark !== '' && mark !== '0') return this.#fault('approvalMark', { value: mark, option: option + 1 })
    }
    if (this.#tooMany(options.length)) return false
    this.#approvals.add(options, weight)
    return true
  }

  #addRanking(marks: readonly string[], weight: number): boolean {
    const options: OptionIndex[] = []
    const rankOf: number[] = []
    for (let option = 0; option < marks.length; option++) {
      const mark = marks[option]!
      if (mark === '') continue
      const rank = wholeNumber(mark)
      if (rank === null || rank < 1 || rank > 1e6) return this.#fault('rankMark', { value: mark, option: option + 1 })
      options.push(option)
      rankOf[option] = rank
    }
    if (this.#tooMany(options.length)) return false
    options.sort((a, b) => rankOf[a]! - rankOf[b]! || a - b)
    this.#rankings.add(
      options,
      options.map((option) => rankOf[option]!),
      weight,
    )
    return true
  }

  #addMarks(texts: readonly string[], weight: number): boolean {
    const { form, lowest, highest, pointsEach } = this.#settings
    const options: OptionIndex[] = []
    const marks: Mark[] = []
    for (let option = 0; option < texts.length; option++) {
      const text = texts[option]!
      if (text === '') continue
      const mark = readMark(text)
      if (typeof mark === 'string') return this.#fault(mark === 'tooBig' ? 'markTooBig' : 'notANumber', { value: text })
      if (form === 'points' && mark.units < 0) return this.#fault('negativePoints', { value: text })
      if ((lowest && compareMarks(mark, lowest) < 0) || (highest && compareMarks(mark, highest) > 0))
        return this.#fault('markOutside', {
          value: text,
          option: option + 1,
          lowest: lowest ? markText(lowest) : '-',
          highest: highest ? markText(highest) : '-',
        })
      // Nought points are no points.
      if (form === 'points' && mark.units === 0) continue
      options.push(option)
      marks.push(mark)
    }
    if (pointsEach && sumOfMarks(marks) > scaled(pointsEach))
      return this.#fault('tooManyPoints', { most: markText(pointsEach) })
    this.#marked.add(options, marks, weight)
    return true
  }

  #tooMany(found: number): boolean {
    const { most } = this.#settings
    if (most === null || found <= most) return false
    this.#fault('tooManyMarked', { found, most })
    return true
  }
}
