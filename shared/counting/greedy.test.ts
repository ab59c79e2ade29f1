import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LookedAtStep } from './count.ts'
import type { Ballots } from './election.ts'
import { countGreedy } from './greedy.ts'
import { drawLot } from './lot.ts'

/** Projects are letters from a; a ballot is the letters that it chooses. */
function fund(costs: readonly number[], total: number, ballots: readonly string[], threshold: number | null = null) {
  const ids = costs.map((_, option) => String.fromCharCode(97 + option))
  const cast: Ballots = {
    form: 'approval',
    most: null,
    ballots: ballots.map((letters) => ({
      weight: 1,
      options: ids.flatMap((id, at) => (letters.includes(id) ? [at] : [])),
    })),
  }
  const projects = {
    budget: { total: BigInt(total), moneyDecimals: 0, scoreThreshold: threshold },
    costs: costs.map(BigInt),
  }
  const lot = drawLot(ids, 'seed')
  const count = countGreedy(projects, cast, { lot })
  const looked = count.steps.filter((step): step is LookedAtStep => step.kind === 'lookedAt')
  return { ...count, lot, looked, names: count.elected.map((option) => ids[option]) }
}

describe('greedy', () => {
  it('takes projects by votes and skips what does not fit in what is left', () => {
    const { names, looked, steps, ties } = fund([60, 50, 30, 10], 100, ['a', 'a', 'a', 'ab', 'bc', 'bc', 'd'])
    expect(names).toEqual(['a', 'c', 'd'])
    expect(steps[0]).toEqual({ kind: 'totals', of: 'approvals', totals: [4, 3, 2, 1] })
    expect(looked.map(({ option, left, outcome }) => [option, left, outcome])).toEqual([
      [0, 100, 'funded'],
      [1, 40, 'doesNotFit'],
      [2, 40, 'funded'],
      [3, 10, 'funded'],
    ])
    expect(ties).toEqual([])
  })

  it('does not fund a project under the least score, however much is left', () => {
    const { names, looked } = fund([60, 50], 200, ['a', 'a', 'b'], 2)
    expect(names).toEqual(['a'])
    expect(looked[1]).toMatchObject({ option: 1, score: 1, outcome: 'belowThreshold' })
  })

  it('looks at a project that nobody supports too, and one that costs nothing always fits', () => {
    expect(fund([10, 5, 0], 10, ['a']).names).toEqual(['a', 'c'])
    expect(fund([5, 5], 10, ['a']).names).toEqual(['a', 'b'])
  })

  it('orders equal scores by lot, and says whether the order could change what is funded', () => {
    const together = fund([40, 60], 100, ['a', 'b'])
    expect(together.ties).toEqual([
      {
        options: [0, 1],
        about: 'purchase',
        brokenBy: { rule: 'lot' },
        order: together.lot.order,
        step: 1,
        decisive: false,
      },
    ])
    const oneOnly = fund([41, 60], 100, ['a', 'b'])
    expect(oneOnly.ties[0]?.decisive).toBe(true)
    expect(oneOnly.elected).toEqual([oneOnly.lot.order[0]])
    // The second fits in no order, so the order makes no difference.
    expect(fund([41, 101], 100, ['a', 'b']).ties[0]?.decisive).toBe(false)
    expect(fund([41, 60], 100, ['a', 'b'], 2).ties[0]?.decisive).toBe(false)
  })

  const election = fc.record({
    costs: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 }),
    budget: fc.integer({ min: 0, max: 80 }),
    ballots: fc.array(
      fc.subarray(['a', 'b', 'c', 'd', 'e']).map((letters) => letters.join('')),
      { minLength: 1, maxLength: 8 },
    ),
  })

  it('never spends more than there is, and leaves nothing that would still fit', () => {
    fc.assert(
      fc.property(election, ({ costs, budget, ballots }) => {
        const { elected } = fund(costs, budget, ballots)
        const left = elected.reduce((rest, option) => rest - costs[option]!, budget)
        expect(left).toBeGreaterThanOrEqual(0)
        costs.forEach((cost, option) => {
          if (!elected.includes(option)) expect(cost).toBeGreaterThan(left)
        })
      }),
      { numRuns: 100 },
    )
  })

  it('calls a tie decisive exactly where another order of the tied funds others', () => {
    fc.assert(
      fc.property(election, ({ costs, budget, ballots }) => {
        const { ties, looked } = fund(costs, budget, ballots)
        for (const { options, step, decisive } of ties) {
          const before = Number(looked[step - 1]!.left)
          const outcomes = new Set(
            orders(options).map((order) => {
              let left = before
              const funded = order.filter((option) => {
                if (costs[option]! > left) return false
                left -= costs[option]!
                return true
              })
              return funded.sort().join()
            }),
          )
          expect(decisive).toBe(outcomes.size > 1)
        }
      }),
      { numRuns: 100 },
    )
  })
})

function orders(options: readonly number[]): number[][] {
  if (options.length === 0) return [[]]
  return options.flatMap((first) =>
    orders(options.filter((option) => option !== first)).map((rest) => [first, ...rest]),
  )
}
