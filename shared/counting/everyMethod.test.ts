import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listedAs, someElections, unanimousFirst, withBallots } from '../../test/support/builders/elections.ts'
import { type CountChoice, countElection } from './countElection.ts'
import { type BallotForm, type Completion, completions, type Election } from './election.ts'
import { budgetMethods, formsOf, type Method, methods } from './methods.ts'
import { resultJson } from './resultJson.ts'

const seats = fc.integer({ min: 1, max: 5 })

/** Every method with every form of ballot that it counts, and every completion that it has. */
const everyWay = methods.flatMap((method) =>
  formsOf[method].flatMap((form): [Method, BallotForm, Completion | null][] =>
    (method === 'equal-shares' ? completions : [null]).map((completion) => [method, form, completion]),
  ),
)

function count(election: Election, choice: CountChoice) {
  const counted = countElection(election, choice)
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusal))
  return counted
}

/** Steps and ties with everything told by name: figures by option as a record of names. */
function byName(election: Election, choice: CountChoice) {
  const { elected, steps, ties, options } = resultJson(election, count(election, choice))
  const inOrder = [...options].sort()
  const sorted = (value: unknown): unknown =>
    Array.isArray(value) ? inOrder.map((name) => sorted(value[options.indexOf(name)])) : value
  const perOption = ['totals', 'votes', 'change', 'preferred', 'strengths']
  return {
    elected,
    ties: ties.map((tie) => ({ ...tie, options: [...(tie['options'] as string[])].sort() })),
    // Which of several equally strong paths is told may turn on the order.
    steps: steps.map(({ via, ...step }) =>
      Object.fromEntries(
        Object.entries(step).map(([field, value]) => [field, perOption.includes(field) ? sorted(value) : value]),
      ),
    ),
  }
}

describe.each(everyWay)('%s of ballots in the form of %s (completion %s)', (method, form, completion) => {
  const choose = (seats: number): CountChoice => ({
    method,
    seats: budgetMethods.includes(method) ? null : seats,
    seed: 'a seed',
    completion,
  })

  it('gives the same whatever the order of the ballots, and whether identical ones stand together', () => {
    fc.assert(
      fc.property(someElections(form), seats, fc.infiniteStream(fc.nat()), (election, seats, stream) => {
        const shuffled = withBallots(election, (ballots) =>
          [...ballots]
            .flatMap((ballot) => Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })))
            .map((ballot) => ({ ballot, at: stream.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ ballot }) => ballot),
        )
        expect(count(shuffled, choose(seats))).toEqual(count(election, choose(seats)))
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same, step by step, whatever the order in which the options are listed', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(someElections(form), seats, order, (election, seats, order) => {
        expect(byName(listedAs(election, order), choose(seats))).toEqual(byName(election, choose(seats)))
      }),
      { numRuns: 60 },
    )
  })

  it('never elects a withdrawn option', () => {
    fc.assert(
      fc.property(someElections(form), seats, (election, seats) => {
        const options = election.options.map((option, at) => ({ ...option, withdrawn: at === 1 }))
        const { elected } = resultJson(election, count({ ...election, options }, choose(seats)))
        expect(elected).not.toContain('b')
      }),
      { numRuns: 20 },
    )
  })

  // Scottish STV cuts decimals off, and add1 raises the share of every voter by a unit of money: both see the number of voters.
  if (method !== 'scottish-stv' && (completion ?? 'none') === 'none')
    it('elects the same, with the same ties, when every ballot is there twice', () => {
      fc.assert(
        fc.property(someElections(form), seats, (election, seats) => {
          const doubled = withBallots(election, (ballots) =>
            ballots.map((ballot) => ({ ...ballot, weight: 2 * ballot.weight })),
          )
          const [twice, once] = [doubled, election].map((one) => count(one, choose(seats)).count)
          expect([twice?.elected, twice?.ties]).toEqual([once?.elected, once?.ties])
        }),
        { numRuns: 40 },
      )
    })

  it('elects first whom every ballot puts first, or funds it if it can be paid for', () => {
    fc.assert(
      fc.property(someElections(form), seats, (election, seats) => {
        const unanimous = unanimousFirst(election, 2)
        const { elected } = resultJson(unanimous, count(unanimous, choose(seats)))
        if (!budgetMethods.includes(method)) expect(elected[0]).toBe('c')
        else if ((election.options[2]?.cost ?? 0n) <= (election.budget?.total ?? 0n)) expect(elected).toContain('c')
      }),
      { numRuns: 60 },
    )
  })

  it('gives plain data only: what JSON keeps is all of it', () => {
    fc.assert(
      fc.property(someElections(form), (election) => {
        const { count: counted } = count(election, choose(2))
        expect(JSON.parse(JSON.stringify(counted))).toEqual(counted)
      }),
      { numRuns: 20 },
    )
  })
})
