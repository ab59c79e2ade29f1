import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import { countEqualShares } from '../equalShares.ts'
import { drawLot } from '../lot.ts'
import { decisiveTies } from './decisive.ts'
import { electorateOf } from './electorate.ts'
import { makeField, type Purchase, type RunOptions, runEqualShares } from './run.ts'

interface Small {
  costs: number[]
  ballots: { weight: number; options: number[] }[]
  budget: number
}

// Few different costs, few voters and whole shares: so that equal effective votes, purses that are just emptied and projects that
// are just affordable are common.
const small: fc.Arbitrary<Small> = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()).chain(([options, tidy]) =>
  fc.record({
    costs: fc.array(tidy ? fc.constantFrom(6, 12, 12, 24) : fc.integer({ min: 1, max: 60 }), {
      minLength: options,
      maxLength: options,
    }),
    ballots: fc.array(
      fc.record({
        weight: fc.constantFrom(1, 1, 1, 2, 3),
        options: fc.subarray(Array.from({ length: options }, (_, option) => option)),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    budget: tidy ? fc.constantFrom(12, 24, 36, 48, 60, 72) : fc.integer({ min: 0, max: 150 }),
  }),
)

/**
 * The rule as it is written, one voter after the other, in fractions; ties by lower cost, more votes, then the lot, or as the
 * first `choices` say.
 */
function written({ costs, ballots, budget }: Small, place: readonly number[], choices: readonly number[] = []) {
  const voters = ballots.flatMap(({ weight, options }) => Array.from({ length: weight }, () => new Set(options)))
  const purses = voters.map(() => new Fraction(budget, voters.length))
  const supporters = costs.map((_, option) => voters.flatMap((set, voter) => (set.has(option) ? [voter] : [])))
  const bought: { option: number; payment: string; paidAll: number; tied: number[] }[] = []
  while (true) {
    const priced = costs.flatMap((cost, option) => {
      if (bought.some((purchase) => purchase.option === option)) return []
      const purse = supporters[option]!.map((voter) => purses[voter]!).sort((a, b) => a.compare(b))
      let open = new Fraction(cost)
      for (let at = 0; at < purse.length; at++) {
        const payment = open.div(purse.length - at)
        if (payment.compare(purse[at]!) <= 0) return [{ option, payment, votes: new Fraction(cost).div(payment) }]
        open = open.sub(purse[at]!)
      }
      return []
    })
    if (priced.length === 0) return bought
    const most = priced.reduce((a, b) => (b.votes.compare(a.votes) > 0 ? b : a)).votes
    const tied = priced
      .filter(({ votes }) => votes.equals(most))
      .sort(
        (a, b) =>
          costs[a.option]! - costs[b.option]! ||
          supporters[b.option]!.length - supporters[a.option]!.length ||
          place[a.option]! - place[b.option]!,
      )
    const { option, payment } = tied.find((project) => project.option === choices[bought.length]) ?? tied[0]!
    let paidAll = 0
    for (const voter of supporters[option]!) {
      const less = purses[voter]!.compare(payment) < 0
      if (less) paidAll++
      purses[voter] = less ? new Fraction(0) : purses[voter]!.sub(payment)
    }
    bought.push({ option, payment: payment.toFraction(), paidAll, tied: tied.map((project) => project.option) })
  }
}

function fieldOf({ costs, ballots, budget }: Small) {
  const ids = costs.map((_, option) => `${option}`)
  const electorate = electorateOf(costs.length, { form: 'approval', most: null, ballots })
  const may = costs.map(() => true)
  return {
    field: makeField(electorate, costs.map(BigInt), may, drawLot(ids, 'seed')),
    share: { top: BigInt(budget), bottom: BigInt(electorate.voters) },
  }
}

function counted(election: Small, options: RunOptions) {
  const { field, share } = fieldOf(election)
  const purchases: Purchase[] = []
  const run = runEqualShares(field, share, { ...options, onPurchase: (purchase) => purchases.push(purchase) })
  return purchases.map(({ option, payment, paidAll }, at) => ({
    option,
    payment: new Fraction(payment.top, payment.bottom).toFraction(),
    paidAll,
    tied: run.ties.find((tie) => tie.at === at)?.options ?? [option],
  }))
}

describe('a run of equal shares', () => {
  it('decides as the rule does when it is followed voter by voter in fractions', () => {
    fc.assert(
      fc.property(small, (election) => {
        const { place } = drawLot(
          election.costs.map((_, option) => `${option}`),
          'seed',
        )
        const rule = written(election, place)
        expect(counted(election, {})).toEqual(rule)
        expect(counted(election, { exactOnly: true })).toEqual(rule)
      }),
      { numRuns: 300 },
    )
  })

  it('raises shares as add1 does when it is followed run by run', () => {
    const affordable = small.filter(({ costs, budget }) => budget > 0 && Math.min(...costs) <= budget)
    fc.assert(
      fc.property(affordable, (election) => {
        const { costs, budget, ballots } = election
        const lot = drawLot(
          costs.map((_, option) => `${option}`),
          'seed',
        )
        const voters = ballots.reduce((sum, { weight }) => sum + weight, 0)
        const supported = new Set(ballots.flatMap(({ options }) => options))
        const costOf = (options: number[]) => options.reduce((sum, option) => sum + costs[option]!, 0)
        const bought = (total: number) => written({ ...election, budget: total }, lot.place).map(({ option }) => option)
        let kept = bought(budget)
        for (let each = Math.floor(budget / voters) + 1; ; each++) {
          const left = budget - costOf(kept)
          if (kept.length === supported.size) break
          if (costs.every((cost, option) => kept.includes(option) || cost > left)) break
          const next = bought(each * voters)
          if (costOf(next) > budget) break
          kept = next
        }
        const projects = {
          budget: { total: BigInt(budget), moneyDecimals: 0, scoreThreshold: null },
          costs: costs.map(BigInt),
        }
        const count = countEqualShares(projects, { form: 'approval', most: null, ballots }, { lot, completion: 'add1' })
        expect(count.elected).toEqual(kept)
      }),
      { numRuns: 100 },
    )
  })

  it('calls a tie decisive exactly where another choice could lead to another set', () => {
    fc.assert(
      fc.property(small, (election) => {
        const lot = drawLot(
          election.costs.map((_, option) => `${option}`),
          'seed',
        )
        const setOf = (options: number[]) => [...options].sort((a, b) => a - b).join()
        let runs = 0
        /** The sets that can come of these choices, whatever is chosen at later ties. */
        const reachable = (choices: number[]): string[] => {
          runs++
          const purchases = written(election, lot.place, choices)
          const options = purchases.map(({ option }) => option)
          const others = purchases.slice(choices.length).flatMap(({ option, tied }, later) => {
            const before = options.slice(0, choices.length + later)
            return tied.filter((other) => other !== option).flatMap((other) => reachable([...before, other]))
          })
          return [setOf(options), ...others]
        }
        const purchases = written(election, lot.place)
        const options = purchases.map(({ option }) => option)
        const expected = purchases.flatMap(({ option, tied }, at) => {
          if (tied.length === 1) return []
          const others = tied.filter((other) => other !== option)
          const sets = others.flatMap((other) => reachable([...options.slice(0, at), other]))
          return [sets.some((set) => set !== setOf(options))]
        })
        fc.pre(runs < 100)

        const { field, share } = fieldOf(election)
        expect(decisiveTies(field, share, runEqualShares(field, share))).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  it('is the same with binary numbers first and with whole numbers only where a thousand voters differ', () => {
    let state = 7
    const below = (limit: number) => {
      state = (state * 48271) % 2147483647
      return state % limit
    }
    const costs = Array.from({ length: 25 }, () => 200 + 10 * below(60))
    const ballots = Array.from({ length: 1000 }, () => ({
      weight: 1,
      options: [...new Set(Array.from({ length: 6 }, () => Math.min(below(25), below(25))))].sort((a, b) => a - b),
    }))
    const election = { costs, ballots, budget: 6000 }
    const near = counted(election, {})
    expect(near.length).toBeGreaterThan(8)
    expect(near.some(({ paidAll }) => paidAll > 0)).toBe(true)
    expect(near).toEqual(counted(election, { exactOnly: true }))
  })
})
