import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../../../server/database/database.ts'
import { importPaths } from '../../../server/import/index.ts'
import type { Month } from '../../../shared/month.ts'
import { aForce, aNeighbourhood } from './crime.ts'

/** A row of a street file of the area below. */
export interface AreaRow {
  force: 'leicestershire' | 'city-of-london'
  month: Month
  /** Degrees; undefined for a row without a place. */
  longitude?: number
  latitude?: number
  category: string
}

const forceNames = { leicestershire: 'Leicestershire Police', 'city-of-london': 'City of London Police' } as const
const categories = ['Burglary', 'Drugs', 'Anti-social behaviour', 'Public order']

/** Two neighbourhoods side by side in Leicester (the second by its wards) and one in the City of London. */
export const areaBoxes = {
  NC04: [-1.2, 52.58, -1.12, 52.69],
  NC66: [-1.12, 52.58, -1.04, 52.69],
  cp: [-0.12, 51.505, -0.07, 51.525],
} as const

/** The months of the area: Leicestershire published both, the City only the first. */
export const areaMonths = ['2022-08', '2022-09'] as const

/**
 * Fills an empty database through the import itself: 1,500 rows a month in Leicester, stacked on 250 points of which some
 * are outside the outlines and some share one position, 40 without a place; 120 rows in the City of London.
 * @returns every row, for what a test expects
 */
export async function aMapArea(database: Database): Promise<AreaRow[]> {
  for (const [id, name] of Object.entries(forceNames)) await aForce(database, { id, name, invented: false })
  await aNeighbourhood(database, { force: 'leicestershire', code: 'NC04', name: 'City Centre', box: areaBoxes.NC04 })
  await aNeighbourhood(database, {
    force: 'leicestershire',
    code: 'NC66',
    name: 'Spinney Hill',
    nameWelsh: 'Bryn y Llwyn',
    box: areaBoxes.NC66,
    source: 'ward',
    areaNames: ['Spinney Hills'],
  })
  await aNeighbourhood(database, { force: 'city-of-london', code: 'cp', name: 'City Police', box: areaBoxes.cp })
  const rows = areaMonths.flatMap((month) => [
    ...someRows('leicestershire', month, 1500, [-1.23, 52.57, -1.02, 52.7]),
    ...(month === '2022-08' ? someRows('city-of-london', month, 120, [-0.12, 51.505, -0.07, 51.525]) : []),
  ])
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-area-'))
  try {
    for (const force of ['leicestershire', 'city-of-london'] as const)
      for (const month of areaMonths) {
        const own = rows.filter((row) => row.force === force && row.month === month)
        if (own.length > 0) await writeFile(join(folder, `${month}-${force}-street.csv`), streetCsv(own))
      }
    await importPaths(database, { paths: [folder] })
  } finally {
    await rm(folder, { recursive: true })
  }
  return rows
}

/** The same rows every time (a linear congruential generator: Numerical Recipes, 3rd edition, § 7.1). */
function someRows(
  force: AreaRow['force'],
  month: Month,
  count: number,
  [west, south, east, north]: readonly [number, number, number, number],
): AreaRow[] {
  let state = Number(month.replace('-', '')) + count
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const points = Array.from({ length: 250 }, () => ({
    longitude: Number((west + random() * (east - west)).toFixed(6)),
    latitude: Number((south + random() * (north - south)).toFixed(6)),
  }))
  return Array.from({ length: count }, (_, index) => ({
    force,
    month,
    ...(index < 40 ? {} : points[Math.floor(random() ** 2 * points.length)]),
    category: categories[Math.floor(random() * categories.length)] ?? 'Drugs',
  }))
}

function streetCsv(rows: AreaRow[]): string {
  const header =
    'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'
  const lines = rows.map(({ force, month, longitude, latitude, category }, index) => {
    const name = forceNames[force]
    const street = longitude === undefined ? 'No Location' : `On or near Street ${index % 3}`
    return [index, month, name, name, longitude ?? '', latitude ?? '', street, '', '', category, '', ''].join(',')
  })
  return `${[header, ...lines].join('\n')}\n`
}
