import type { Head } from '../head.ts'

/**
 * The headers that street files have had. Columns stand in groups of neighbours, each a run of the raw line, so that a file's few
 * distinct texts of a group are looked into once and then known.
 */
export interface StreetLayout {
  /** Number of columns before the month: the Crime ID, or none. */
  identifier: 0 | 1
  /** Whether the place is Easting, Northing (EPSG:27700) in place of Longitude, Latitude. */
  nationalGrid: boolean
  /** Number of columns of the LSOA. */
  area: 0 | 2
  /** Whether the last outcome stands between crime type and context. */
  outcome: boolean
  columns: number
}

const today =
  'crime id,month,reported by,falls within,longitude,latitude,location,lsoa code,lsoa name,crime type,last outcome category,context'
const layouts = new Map<string, StreetLayout>([
  [today, { identifier: 1, nationalGrid: false, area: 2, outcome: true, columns: 12 }],
  [
    'month,reported by,falls within,easting,northing,location,crime type,context',
    { identifier: 0, nationalGrid: true, area: 0, outcome: false, columns: 8 },
  ],
])

/** The layout of a street file by its header. */
export function streetLayout(head: Head): StreetLayout | undefined {
  return layouts.get(head.fields.join(',').toLowerCase())
}
