import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawLot } from '../lot.ts'
import { attemptShare, type Purpose, raiseShares } from './completion.ts'
import { electorateOf } from './electorate.ts'
import { makeField, type Purchase, runEqualShares } from './run.ts'
import { alikeBeyond } from './skipping.ts'

// Few voters with much money: raises by hundreds and thousands.
const panels = fc
  .record({
    costs: fc.array(fc.integer({ min: 100, max: 1500 }), { minLength: 5, maxLength: 5 }),
    ballots: fc.array(
      fc.record({ weight: fc.integer({ min: 1, max: 2 }), options: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }) }),
      { minLength: 2, maxLength: 5 },
    ),
  })
  .map(({ costs, ballots }) => {
    const electorate = electorateOf(5, { form: 'approval', most: null, ballots })
    const may = costs.map(() => true)
    const lot = drawLot(['a', 'b', 'c', 'd', 'e'], 'seed')
    const purpose: Purpose = { budget: 2000n, costs: costs.map(BigInt), may, free: [], unit: 1n }
    return { field: makeField(electorate, purpose.costs, may, lot), purpose, voters: electorate.voters }
  })

describe('raising shares', () => {
  it('comes to the same whether or not raises that are alike are passed over', () => {
    fc.assert(
      fc.property(panels, ({ field, purpose, voters }) => {
        const first = attemptShare(field, purpose, { top: purpose.budget, bottom: BigInt(voters) })
        const { kept, raises } = raiseShares(field, purpose, first)
        let expected = first
        for (let units = purpose.budget / BigInt(voters) + 1n; ; units++) {
          const left = purpose.budget - expected.cost
          const others = purpose.costs.flatMap((cost, option) =>
            expected.run.bought.includes(option) ? [] : [{ cost, supported: field.projects[option] !== null }],
          )
          if (others.every(({ supported }) => !supported) || others.every(({ cost }) => cost > left)) break
          const next = attemptShare(field, purpose, { top: units, bottom: 1n })
          if (next.cost > purpose.budget) break
          expected = next
        }
        expect(kept).toEqual(expected)
        expect(raises.length).toBeLessThanOrEqual(60)
      }),
      { numRuns: 60 },
    )
  })

  it('passes over only shares at which the same is bought and the same voters pay all', () => {
    fc.assert(
      fc.property(panels, fc.bigInt({ min: 100n, max: 1500n }), ({ field }, units) => {
        const purchasesAt = (share: bigint) => {
          const purchases: [option: number, paidAll: number][] = []
          const onPurchase = ({ option, paidAll }: Purchase) => purchases.push([option, paidAll])
          runEqualShares(field, { top: share, bottom: 1n }, { onPurchase })
          return purchases
        }
        const { more } = alikeBeyond(field, 1n, units)
        const here = purchasesAt(units)
        for (let part = 1n; part <= 8n; part++) expect(purchasesAt(units + (more * part) / 8n)).toEqual(here)
      }),
      { numRuns: 100 },
    )
  })
})
