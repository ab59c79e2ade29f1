import { foldName } from '../../shared/search/foldName.ts'
import type { Database } from '../database/database.ts'
import { heldPostcode } from '../places/queries.ts'
import { compactPostcode, readSearch } from '../places/rules.ts'
import { position } from '../places/schemas.ts'
import { middlePoint, nearestPoint, streetsOf } from './pointQueries.ts'

/** What a typed place comes to: one public map point, none wanted, or why there is none. What was typed is kept nowhere. */
export type Spot =
  | { kind: 'everywhere' }
  | { kind: 'point'; id: number }
  | { kind: 'outside' }
  | { kind: 'unknown' }
  | { kind: 'several'; streets: string[] }

const mostNamed = 6

/** Finds the public map point of a neighbourhood for a street, a postcode, or a latitude and longitude. */
export async function spotOf(reader: Database['kysely'], neighbourhoodId: number, typed: string): Promise<Spot> {
  if (typed === '') return { kind: 'everywhere' }
  const near = async (longitude: number, latitude: number): Promise<Spot> => {
    const id = await nearestPoint(reader, neighbourhoodId, longitude, latitude)
    return id === undefined ? { kind: 'outside' } : { kind: 'point', id }
  }
  const [lat, lon, ...more] = typed.split(/[\s,]+/)
  const degrees = position.safeParse({ lat, lon })
  if (degrees.success && more.length === 0) return near(degrees.data.lon, degrees.data.lat)

  const search = readSearch(typed)
  if (search.kind === 'empty') return { kind: 'unknown' }
  if (search.kind === 'postcode') {
    const held = await heldPostcode(reader, search.readings.map(compactPostcode))
    if (held) return near(held.longitude, held.latitude)
  }
  const named = streetsNamed(await streetsOf(reader, neighbourhoodId), search.folded)
  if (named.length === 0) return { kind: 'unknown' }
  if (new Set(named.map(foldedStreet)).size > 1)
    return { kind: 'several', streets: named.slice(0, mostNamed).map(shortStreet) }
  const id = await middlePoint(reader, neighbourhoodId, named)
  return id === undefined ? { kind: 'unknown' } : { kind: 'point', id }
}

/**
 * The streets of a name: those of the very name, else those that begin with it, else those with a word that does.
 * @param folded the name as foldName gives it
 */
export function streetsNamed(streets: readonly string[], folded: string): string[] {
  const where = (fits: (name: string) => boolean) => streets.filter((street) => fits(foldedStreet(street)))
  const same = where((name) => name === folded)
  if (same.length > 0) return same
  const starting = where((name) => name.startsWith(folded))
  return starting.length > 0 ? starting : where((name) => name.includes(` ${folded}`))
}

/** "On or near Abbey Lane" without its beginning. */
export function shortStreet(street: string): string {
  return street.replace(/^On or near\b/i, '').trim()
}

function foldedStreet(street: string): string {
  return foldName(shortStreet(street))
}
