import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { electionOf } from '../../../test/support/readBallotFile.ts'
import { type ApprovalBallot, type Ballots, completions, type Election, type RankingBallot } from '../election.ts'
import { methods } from '../methods.ts'
import { writeOurCsv } from './ourCsv.ts'
import { writeOurJson } from './ourJson.ts'

const text = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.stringMatching(/^'{0,2}[=+\-@\t\r",\n]{0,3}.{0,3}$/),
  fc.array(fc.nat(0xffff), { maxLength: 4 }).map((codes) => String.fromCharCode(...codes)),
)
// Half a surrogate pair is no text that UTF-8 can hold.
const wellFormed = text.filter((value) => value.isWellFormed())

const weight = fc.integer({ min: 1, max: 5 })

/** What each option gets, or null: the marks of one ballot. */
const marksOf = (options: number, mark: fc.Arbitrary<number>) =>
  fc.array(fc.option(mark), { minLength: options, maxLength: options })
const marked = (marks: readonly (number | null)[]) =>
  marks.flatMap((mark, option) => (mark === null ? [] : [{ option, mark }]))

const papers = <Ballot>(
  options: number,
  mark: fc.Arbitrary<number>,
  make: (weight: number, marks: (number | null)[]) => Ballot,
) =>
  fc
    .uniqueArray(marksOf(options, mark), { minLength: 1, maxLength: 6, selector: String })
    .chain((all) => fc.tuple(...all.map((marks) => weight.map((number) => make(number, marks)))))

function ballotsFor(options: number): fc.Arbitrary<Ballots> {
  const approval = papers(options, fc.constant(1), (weight, marks): ApprovalBallot => {
    return { weight, options: marked(marks).map(({ option }) => option) }
  })
  const ranking = papers(options, fc.integer({ min: 1, max: 4 }), (weight, marks): RankingBallot => {
    const sorted = marked(marks).sort((a, b) => a.mark - b.mark || a.option - b.option)
    return { weight, options: sorted.map(({ option }) => option), ranks: sorted.map(({ mark }) => mark) }
  })
  const withMarks = (mark: fc.Arbitrary<number>) =>
    papers(options, mark, (weight, marks) => {
      const given = marked(marks)
      return { weight, options: given.map(({ option }) => option), marks: given.map(({ mark }) => mark) }
    })
  const score = fc.tuple(withMarks(fc.integer({ min: -1e12, max: 1e12 })), fc.integer({ min: -9, max: 9 }))
  return fc.oneof(
    approval.map((ballots): Ballots => ({ form: 'approval', most: options, ballots })),
    ranking.map((ballots): Ballots => ({ form: 'ranking', longest: null, ballots })),
    score.map(([ballots, unmarked]): Ballots => finest({ form: 'score', decimals: 3, unmarked, ballots })),
    withMarks(fc.integer({ min: 1, max: 1e12 })).map(
      (ballots): Ballots => finest({ form: 'points', decimals: 6, ballots }),
    ),
  )
}

/** Files are read in the finest unit that a mark needs: only then is an election read as it was written. */
function finest(ballots: Extract<Ballots, { decimals: number }>): Ballots {
  const all = ballots.ballots.flatMap(({ marks }) => [...marks]).concat('unmarked' in ballots ? [ballots.unmarked] : [])
  return all.some((mark) => mark % 10 !== 0) ? ballots : { ...ballots, decimals: 0 }
}

const elections: fc.Arbitrary<Election> = fc
  .uniqueArray(
    wellFormed.filter((name) => name.trim() !== ''),
    { minLength: 1, maxLength: 4 },
  )
  .chain((names) =>
    fc
      .record({
        title: fc.option(wellFormed),
        withdrawn: fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }),
        costs: fc.array(fc.bigInt({ min: 0n, max: 10n ** 20n }), { minLength: names.length, maxLength: names.length }),
        ballots: ballotsFor(names.length),
        budget: fc.option(
          fc.record({
            total: fc.bigInt({ min: 0n, max: 10n ** 20n }),
            moneyDecimals: fc.integer({ min: 0, max: 3 }),
            scoreThreshold: fc.option(fc.nat()),
          }),
        ),
        declared: fc.record({
          method: fc.option(fc.constantFrom(...methods)),
          seats: fc.option(fc.integer({ min: 1, max: 20 })),
          seed: fc.option(wellFormed),
          completion: fc.option(fc.constantFrom(...completions)),
        }),
      })
      .map(({ title, withdrawn, costs, ballots, budget, declared }) => ({
        title,
        options: names.map((name, index) => ({
          id: name,
          name,
          withdrawn: withdrawn[index] ?? false,
          cost: budget ? (costs[index] ?? 0n) : null,
        })),
        ballots,
        budget,
        declared,
        claimed: null,
      })),
  )

describe('our own ballots', () => {
  it('are read from CSV as they were written', () => {
    fc.assert(
      fc.property(elections, (election) => {
        expect(electionOf(writeOurCsv(election))).toEqual(election)
      }),
    )
  })

  it('are read from JSON as they were written', () => {
    fc.assert(
      fc.property(elections, (election) => {
        expect(electionOf(writeOurJson(election))).toEqual(election)
      }),
    )
  })

  const election: Election = {
    title: '=1+1',
    options: [
      { id: 'A', name: 'A', withdrawn: false, cost: null },
      { id: "'-B", name: "'-B", withdrawn: true, cost: null },
    ],
    ballots: {
      form: 'score',
      decimals: 1,
      unmarked: 0,
      ballots: [
        { weight: 1, options: [0], marks: [-5] },
        { weight: 1, options: [], marks: [] },
      ],
    },
    budget: null,
    declared: { method: 'score', seats: 1, seed: null, completion: null },
    claimed: null,
  }

  it('carry a receipt each, and nothing that a spreadsheet would run', () => {
    expect(writeOurCsv(election, ['K7', '@x'], { lowest: -1, highest: 3 }).split('\r\n')).toEqual([
      'Our Patch ballots,1',
      "title,'=1+1",
      'ballots,score',
      "lowest,'-1",
      'highest,3',
      'method,score',
      'seats,1',
      'option,1,A',
      "option,2,''-B,,withdrawn",
      'receipt,1,2',
      "K7,'-0.5,",
      "'@x,,",
      '',
    ])
    expect(JSON.parse(writeOurJson(election, ['K7', '@x'], { lowest: -1 }))).toMatchObject({
      lowest: -1,
      papers: [
        { receipt: 'K7', marks: [-0.5, null] },
        { receipt: '@x', marks: [null, null] },
      ],
    })
    expect(electionOf(writeOurCsv(election, ['K7', '@x'], { lowest: -1, highest: 3 }))).toEqual(election)
    expect(electionOf(writeOurJson(election, ['K7', '@x'], { lowest: -1, highest: 3 }))).toEqual(election)
  })

  it('are not written with receipts that do not belong to them', () => {
    expect(() => writeOurCsv(election, ['K7'])).toThrow('1 receipts for 2 ballots')
  })
})
