import { describe, expect, test } from 'vitest'
import { CATEGORIES } from './calibration.ts'
import { makeField } from './field.ts'
import { makeLattice, squareKilometres } from './lattice.ts'
import { monthsUpTo } from './months.ts'
import { Random } from './random.ts'
import { Rhythm } from './rhythm.ts'
import { apportion, forceLoad, nationalLoad } from './scales.ts'
import { drawMonth } from './streetFile.ts'

/** φ of reference/statistics: winsorised at the highest tenth, for pairs of ten or more. */
function dispersion(pairs: readonly (readonly [number, number])[]): number {
  const later = pairs.reduce((sum, [k1]) => sum + k1, 0)
  const p = later / pairs.reduce((sum, [k1, k0]) => sum + k1 + k0, 0)
  const squares = pairs
    .filter(([k1, k0]) => k1 + k0 >= 10)
    .map(([k1, k0]) => (k1 - (k1 + k0) * p) ** 2 / ((k1 + k0) * p * (1 - p)))
    .sort((a, b) => a - b)
  const cut = squares[Math.ceil(squares.length * 0.9) - 1] as number
  return squares.reduce((sum, square) => sum + Math.min(square, cut), 0) / squares.length / 0.831
}

describe('a force-sized load', () => {
  const plan = { ...forceLoad().plans[0], points: 3_600, neighbourhoods: 120 } as ReturnType<
    typeof forceLoad
  >['plans'][number]
  const lattice = makeLattice(plan, new Random(3, 'lattice'))
  const input = {
    force: plan,
    points: lattice.points,
    lsoas: lattice.lsoas,
    first: lattice.first,
    incidentsPerMonth: 14_000,
  }
  const field = makeField(input, new Random(3, 'field'))
  const months = monthsUpTo('2026-09', 15)
  const rhythm = new Rhythm(field, months, [], new Random(3, 'rhythm'))
  const draws = months.map((month, index) => drawMonth(field, rhythm, index, new Random(3, month)))

  test('counts of neighbourhoods vary more than Poisson, by as much as measured', () => {
    const neighbourhoodOf = new Int32Array(field.points.length)
    for (let index = 0; index < lattice.neighbourhoods.length; index++)
      neighbourhoodOf.fill(index, field.first[index], field.first[index + 1])
    for (const [category, figures] of CATEGORIES.entries()) {
      const pairs = lattice.neighbourhoods.map((): [number, number] => [0, 0])
      for (const [index, draw] of draws.entries()) {
        const period = index >= 12 ? 0 : index < 3 ? 1 : undefined
        if (period === undefined) continue
        for (let row = 0; row < draw.point.length; row++) {
          if (draw.category[row] !== category || (draw.point[row] as number) < 0) continue
          const pair = pairs[neighbourhoodOf[draw.point[row] as number] as number] as [number, number]
          pair[period]++
        }
      }
      if (pairs.filter(([k1, k0]) => k1 + k0 >= 10).length < 60) continue
      const phi = dispersion(pairs)
      expect(phi, figures.name).toBeGreaterThan(1)
      expect(phi, figures.name).toBeGreaterThan(figures.yearlyDispersion * 0.6)
      expect(phi, figures.name).toBeLessThan(figures.yearlyDispersion * 1.6)
    }
  })

  test('has the measured category shares', () => {
    const total = draws.reduce((sum, draw) => sum + draw.point.length, 0)
    for (const { name, share } of CATEGORIES) {
      const count = draws.reduce((sum, draw) => sum + (draw.byCategory[name] ?? 0), 0)
      expect(count / total / share, name).toBeGreaterThan(0.88)
      expect(count / total / share, name).toBeLessThan(1.12)
    }
  })

  test('its areas tile the force and hold their own points', () => {
    for (const areas of [lattice.neighbourhoods, lattice.lsoas]) {
      const sum = areas.reduce((square, { box }) => square + (box[2] - box[0]) * (box[3] - box[1]), 0)
      expect(sum).toBeCloseTo((plan.box[2] - plan.box[0]) * (plan.box[3] - plan.box[1]), 9)
    }
    for (const point of lattice.points) {
      const [west, south, east, north] = lattice.lsoas[point.lsoa]?.box ?? [0, 0, 0, 0]
      expect(
        point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north,
      ).toBe(true)
    }
  })
})

describe('the national load', () => {
  const { plans, incidentsPerMonth } = nationalLoad(1)

  test('is 44 forces, 4,500 neighbourhoods and 750,000 points in 18 million crimes, over 150,000 km² and more', () => {
    const sum = (of: (plan: (typeof plans)[number]) => number) => plans.reduce((total, plan) => total + of(plan), 0)
    expect(plans.length).toBe(44)
    expect(sum((plan) => plan.neighbourhoods)).toBe(4_500)
    expect(sum((plan) => plan.points)).toBe(750_000)
    expect(incidentsPerMonth * 36).toBe(18_000_000)
    expect(sum((plan) => squareKilometres(plan.box))).toBeGreaterThan(150_000)
    expect(new Set(plans.map((plan) => plan.box.join())).size).toBe(44)
  })

  test('no two forces share an LSOA code', () => {
    const firsts = plans.map((plan) => plan.firstLsoa)
    for (const [index, plan] of plans.entries())
      if (index > 0)
        expect(plan.firstLsoa - (firsts[index - 1] as number)).toBeGreaterThan((plans[index - 1]?.points ?? 0) / 20)
  })

  test('the capital is as thick with points as London', () => {
    const capital = plans[0] as (typeof plans)[number]
    const town = capital.towns[0] as (typeof capital.towns)[number]
    expect((capital.points * town.share) / (2 * Math.PI * town.kilometres ** 2)).toBeGreaterThan(150)
  })
})

test('apportioned numbers add up to the whole', () => {
  expect(apportion(10, [1 / 3, 1 / 3, 1 / 3]).reduce((a, b) => a + b)).toBe(10)
  expect(apportion(7, [0.5, 0.25, 0.25])).toEqual([3, 2, 2])
})
