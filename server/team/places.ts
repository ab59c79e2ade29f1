import { readPostcode } from '../../shared/places/postcode.ts'
import type { Part, Station } from '../../shared/team/teamPage.ts'
import type { Database } from '../database/database.ts'
import { heldPostcode } from '../places/queries.ts'
import { compactPostcode } from '../places/rules.ts'

type Said = Partial<Omit<Station, keyof Part>>

/**
 * What a form says, a station with its place: the one that was typed, else that of its postcode. A new postcode beside a place that
 * nobody touched moves the place.
 * @param before the station as it is held; undefined for a new one
 */
export async function placedStation<Form extends object>(
  reader: Database['kysely'],
  before: object | undefined,
  form: Form,
): Promise<Form> {
  const said: Said = form
  if (said.postcode === undefined) return form
  const held: Said = before ?? {}
  const untouched = JSON.stringify(pairOf(said.place)) === JSON.stringify(pairOf(held.place))
  if (said.place && !(untouched && said.postcode !== held.postcode)) return form
  const found = await placeOfPostcode(reader, said.postcode)
  return { ...form, place: found ?? (held.postcode ? null : (said.place ?? null)) }
}

function pairOf(place: Station['place'] | undefined): number[] | null {
  return place ? [place.longitude, place.latitude] : null
}

/** Where a postcode lies; null where this service does not know it. */
export async function placeOfPostcode(reader: Database['kysely'], postcode: string): Promise<Station['place']> {
  const readings = readPostcode(postcode)?.readings.map(compactPostcode) ?? []
  const found = readings.length > 0 ? await heldPostcode(reader, readings) : undefined
  return found ? { longitude: found.longitude, latitude: found.latitude } : null
}
