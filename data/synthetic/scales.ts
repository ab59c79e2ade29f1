/** How large each load is: one force of Leicestershire's size, or a country of 44. */
import type { Box, LatticePlan } from './lattice.ts'
import { Random } from './random.ts'

export interface Load {
  readonly plans: LatticePlan[]
  readonly incidentsPerMonth: number
}

/** As many neighbourhoods, map points and incidents a month as Leicestershire had in 2021 and 2022 (see calibration.ts). */
export function forceLoad(): Load {
  return {
    plans: [
      {
        id: 'forties',
        name: 'Forties Constabulary',
        area: 'Z23000002',
        box: [0.9, 57.2, 1.75, 57.75],
        neighbourhoods: 67,
        points: 18_000,
        towns: [
          { kilometres: 4, share: 0.48 },
          { kilometres: 2, share: 0.1 },
          { kilometres: 1.6, share: 0.07 },
        ],
        prefix: 'FT',
        lsoaPrefix: 'Z02',
        firstLsoa: 1,
      },
    ],
    incidentsPerMonth: 9_200,
  }
}

const FORCES = 44
const NEIGHBOURHOODS = 4_500
const POINTS = 750_000
const INCIDENTS_PER_MONTH = 500_000
/** An England and Wales of open sea: about 157,000 km² of the North Sea, in 11 by 4 rectangles. */
const SEA: Box = [0.5, 53.6, 7, 57]
const COLUMNS = 11
const ROWS = 4
/** The share of the capital's force: its middle is as thick with points as London, more than 150 per km². */
const CAPITAL_SHARE = 0.16

export function nationalLoad(seed: number): Load {
  const random = new Random(seed, 'national')
  const sizes = Array.from({ length: FORCES }, (_, index) => (index === 0 ? 0 : random.logNormal(0.5)))
  const others = sizes.reduce((sum, size) => sum + size, 0)
  const shares = sizes.map((size, index) => (index === 0 ? CAPITAL_SHARE : ((1 - CAPITAL_SHARE) * size) / others))
  const points = apportion(POINTS, shares)
  const neighbourhoods = apportion(NEIGHBOURHOODS, shares)
  const cells = random.shuffle(Array.from({ length: FORCES }, (_, cell) => cell))
  const [west, south, east, north] = SEA
  const [width, height] = [(east - west) / COLUMNS, (north - south) / ROWS]
  const edge = (low: number, step: number, count: number) => Math.round((low + step * count) * 1e6) / 1e6
  const plans = shares.map((_, index): LatticePlan => {
    const [column, row] = [(cells[index] as number) % COLUMNS, Math.floor((cells[index] as number) / COLUMNS)]
    const number = String(index + 1).padStart(2, '0')
    return {
      id: `north-sea-${number}`,
      name: `North Sea ${number} Constabulary`,
      area: `Z23000${100 + index + 1}`,
      box: [
        edge(west, width, column),
        edge(south, height, row),
        edge(west, width, column + 1),
        edge(south, height, row + 1),
      ],
      neighbourhoods: neighbourhoods[index] as number,
      points: points[index] as number,
      towns: index === 0 ? [{ kilometres: 10, share: 0.93 }] : townsOf(points[index] as number, random),
      prefix: `N${number}-`,
      lsoaPrefix: 'Z03',
      firstLsoa: index * 20_000 + 1,
    }
  })
  return { plans, incidentsPerMonth: INCIDENTS_PER_MONTH }
}

/** One to four towns, each about as thick in its middle as a real city: 80 to 160 points per km². */
function townsOf(points: number, random: Random): LatticePlan['towns'] {
  const shares = [
    random.between(0.25, 0.45),
    random.between(0.06, 0.16),
    random.between(0.03, 0.1),
    random.between(0.02, 0.06),
  ]
  return shares.slice(0, random.integer(1, 4)).map((share) => ({
    share,
    kilometres: Math.sqrt((points * share) / (2 * Math.PI * random.between(80, 160))),
  }))
}

/** Whole numbers in given shares that add up to the total (largest remainders). */
export function apportion(total: number, shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * total)
  const floors = exact.map(Math.floor)
  const left = total - floors.reduce((sum, floor) => sum + floor, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) floors[index] = (floors[index] as number) + 1
  return floors
}
