import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anElection, listedAs, someElections, withBallots } from '../../test/support/builders/elections.ts'
import { type CountChoice, countElection } from './countElection.ts'
import type { BallotForm, Election } from './election.ts'
import { budgetMethods, formsOf, type Method, methods } from './methods.ts'

const seats = fc.integer({ min: 1, max: 5 })
const choose = (method: Method, seats = 1): CountChoice => ({
  method,
  seats: budgetMethods.includes(method) ? null : seats,
  seed: 'a seed',
  completion: 'none',
})

function count(election: Election, choice: CountChoice) {
  const counted = countElection(election, choice)
  if (!counted.ok) throw new Error(JSON.stringify(counted.refusal))
  const ids = (options: readonly number[]) => options.map((option) => counted.standing[option]?.id)
  const ties = counted.count.ties.map(({ about, options, order, brokenBy, decisive }) => {
    return { about, brokenBy, decisive, options: ids(options).sort(), order: ids(order) }
  })
  return { elected: ids(counted.count.elected), ties, counted }
}

const everyWay = methods.flatMap((method) => formsOf[method].map((form) => [method, form] as [Method, BallotForm]))

/** Elections that have a ballot with something on it: an election of empty papers has nobody to elect by some rules. */
const elections = (form: BallotForm) => someElections(form)

describe.each(everyWay)('%s of ballots in the form of %s', (method, form) => {
  it('gives the same whatever the order of the ballots, and whether identical ones stand together', () => {
    fc.assert(
      fc.property(elections(form), seats, fc.infiniteStream(fc.nat()), (election, seats, stream) => {
        const shuffled = withBallots(election, (ballots) =>
          [...ballots]
            .flatMap((ballot) => Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })))
            .map((ballot) => ({ ballot, at: stream.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ ballot }) => ballot),
        )
        const [as, was] = [count(shuffled, choose(method, seats)), count(election, choose(method, seats))]
        expect(as.counted).toEqual(was.counted)
      }),
      { numRuns: 40 },
    )
  })

  it('gives the same whatever the order in which the options are listed', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 })
    fc.assert(
      fc.property(elections(form), seats, order, (election, seats, order) => {
        const { elected, ties } = count(election, choose(method, seats))
        const listed = count(listedAs(election, order), choose(method, seats))
        expect(listed.elected).toEqual(elected)
        expect(listed.ties).toEqual(ties)
      }),
      { numRuns: 60 },
    )
  })

  it('takes a withdrawn option for one that never was', () => {
    fc.assert(
      fc.property(elections(form), seats, (election, seats) => {
        const withdrawn: Election = {
          ...election,
          options: election.options.map((option, at) => ({ ...option, withdrawn: at === 1 })),
        }
        const { elected } = count(withdrawn, choose(method, seats))
        expect(elected).not.toContain('b')
      }),
      { numRuns: 20 },
    )
  })

  if (method !== 'scottish-stv')
    it('elects the same when every ballot is there twice', () => {
      fc.assert(
        fc.property(elections(form), seats, (election, seats) => {
          const doubled = withBallots(election, (ballots) =>
            ballots.map((ballot) => ({ ...ballot, weight: 2 * ballot.weight })),
          )
          expect(count(doubled, choose(method, seats)).elected).toEqual(count(election, choose(method, seats)).elected)
        }),
        { numRuns: 40 },
      )
    })
})

describe.each(methods.map((method) => [method]))('%s', (method) => {
  const first = {
    approval: { options: [2] },
    ranking: { options: [2], ranks: [1] },
    marked: { options: [2], marks: [1] },
  }

  it('elects whom every ballot puts first', () => {
    const form = formsOf[method][0] as BallotForm
    const ballot = { weight: 3, ...first[form === 'approval' || form === 'ranking' ? form : 'marked'] }
    const ballots = { form, most: null, longest: null, decimals: 0, unmarked: 0, ballots: [ballot] } as never
    const election = anElection(ballots, 4)
    const affordable: Election = {
      ...election,
      options: election.options.map((option) => ({ ...option, cost: 10n })),
      budget: { total: 10n, moneyDecimals: 0, scoreThreshold: null },
    }
    expect(count(affordable, choose(method)).elected).toEqual(['c'])
  })

  it('gives plain data only: what JSON keeps is all of it', () => {
    const form = formsOf[method][0] as BallotForm
    fc.assert(
      fc.property(someElections(form), (election) => {
        const { counted } = count(election, choose(method, 2))
        expect(JSON.parse(JSON.stringify(counted.count))).toEqual(counted.count)
      }),
      { numRuns: 20 },
    )
  })
})
