import type { CategoryFilter } from '../categories.ts'
import type { Month } from '../month.ts'

/** The kinds of tiles that we serve, each described by a TileJSON of its name. */
export const tileKinds = ['crime', 'neighbourhoods', 'basemap'] as const
export type TileKind = (typeof tileKinds)[number]

/** Address of the TileJSON of a kind; the version tells a map that holds older tiles that there are newer ones. */
export function tileJsonPath(kind: TileKind, version: string): string {
  return `/tiles/${kind}.json?version=${version}`
}

/** Address of the TileJSON of a month's crimes. */
export function crimeTileJsonPath(version: string, month: Month, category: CategoryFilter): string {
  return `${tileJsonPath('crime', version)}&month=${month}&category=${category}`
}

/** Template of a kind's tile addresses; they carry the data version, so what one holds never changes. */
export function tileTemplate(kind: Exclude<TileKind, 'crime'>, version: string): string {
  return `/tiles/${version}/${kind}/{z}/{x}/{y}.mvt`
}

/** Template of the addresses of a month's crime tiles. */
export function crimeTileTemplate(version: string, month: Month, category: CategoryFilter): string {
  return `/tiles/${version}/crime/${month}/${category}/{z}/{x}/{y}.mvt`
}
