/** The forms in which areas, lists and populations are published. */

import { polygon } from './basemap.ts'
import type { Field } from './field.ts'
import type { Neighbourhood } from './plan.ts'

export const POPULATION_HEADER =
  'LSOA code (2011),LSOA name (2011),Local Authority District code (2019),Local Authority District name (2019),Total population: invented for the demonstration\r\n'
export const FORCE_AREA_HEADER = 'PFA,PFAn,PFAid\r\n'
export const NEIGHBOURHOOD_HEADER = 'PFA,PFNid,PFNn,PFN\r\n'

/** A FeatureCollection with one feature a line; `members` are written before the features. */
export function featureCollection(features: readonly string[], members: Readonly<Record<string, string>> = {}): string {
  const extra = Object.entries(members).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)},`)
  return `{"type":"FeatureCollection",${extra.join('')}"features":[\n${features.join(',\n')}\n]}\n`
}

export function outlineFeature(
  force: string,
  neighbourhood: Pick<Neighbourhood, 'id' | 'name' | 'nameCy'>,
  geometry: string,
): string {
  const { id, name, nameCy } = neighbourhood
  const properties = { force, neighbourhood: id, name, ...(nameCy ? { name_cy: nameCy } : {}) }
  return `{"type":"Feature","properties":${JSON.stringify(properties)},"geometry":${geometry}}`
}

export function lsoaFeature(code: string, name: string, geometry: string): string {
  return `{"type":"Feature","properties":${JSON.stringify({ LSOA11CD: code, LSOA11NM: name })},"geometry":${geometry}}`
}

export const outlines = (force: string, neighbourhoods: readonly Neighbourhood[]): string[] =>
  neighbourhoods.map((neighbourhood) => outlineFeature(force, neighbourhood, polygon(neighbourhood.ring)))

export const lsoaOutlines = (neighbourhoods: readonly Neighbourhood[]): string[] =>
  neighbourhoods.flatMap((neighbourhood) =>
    neighbourhood.lsoas.map((lsoa) => lsoaFeature(lsoa.code, lsoa.name, polygon(lsoa.ring))),
  )

/** Rows of residents; the district is invented. */
export const populationRows = (lsoas: Field['lsoas'], district: string): string =>
  lsoas.map((lsoa) => `${lsoa.code},${lsoa.name},Z07000001,${district},${lsoa.residents}\r\n`).join('')
