import { forceNamed, type KnownForce } from '../../../shared/forces.ts'
import { splitFields } from '../csvLines.ts'
import { csvLineProblem } from '../csvProblems.ts'
import { utf8Text } from '../text.ts'

/** What a group of columns says, or why it makes no sense. */
export type Part<T> = { value: T } | { problem: string }

/** Who recorded it and when. */
export interface Period {
  force: KnownForce
  /** YYYY-MM. */
  month: string
}

/** Where it is said to be: a map point, or undefined for none. */
export type Place =
  | { longitudeMicrodegrees: number; latitudeMicrodegrees: number; street: string }
  | { easting: number; northing: number; street: string }
  | undefined

/** A statistical area, or undefined where the file has none. */
export type Area = { code: string; name: string } | undefined

/** What it was and what came of it. */
export interface Kind {
  /** The crime type as the file spells it. */
  crimeType: string
  outcome: string | undefined
  context: string | undefined
}

/** Month, Reported by, Falls within. A month later than `latestMonth` is one that cannot have been published. */
export function parsePeriod(raw: string, latestMonth: string): Part<Period> {
  const fields = fieldsOf(raw, 3)
  if (typeof fields === 'string') return { problem: fields }
  const [month = '', reportedBy = ''] = fields
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return { problem: 'the month is not like 2022-09' }
  if (month < '2010-01') return { problem: 'the month is before any was published' }
  if (month > latestMonth) return { problem: 'the month has not been yet' }
  const force = forceNamed(reportedBy)
  return force ? { value: { force, month } } : { problem: 'no force stands under Reported by' }
}

/**
 * Longitude, Latitude, Location. Blank, or 0 and 0 (a place that was more than 20 km from any map point), is no place.
 */
export function parsePlace(raw: string): Part<Place> {
  const fields = fieldsOf(raw, 3)
  if (typeof fields === 'string') return { problem: fields }
  const [x = '', y = '', location = ''] = fields
  if (x === '' && y === '') return { value: undefined }
  if (!isNumber(x) || !isNumber(y)) return { problem: 'longitude and latitude are not two numbers' }
  const longitude = Number(x)
  const latitude = Number(y)
  if (longitude === 0 && latitude === 0) return { value: undefined }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    return { problem: 'longitude or latitude is outside the world' }
  return {
    value: {
      longitudeMicrodegrees: Math.round(longitude * 1e6),
      latitudeMicrodegrees: Math.round(latitude * 1e6),
      street: streetName(location),
    },
  }
}

/** Easting, Northing (EPSG:27700, metres), Location, as in 2012. */
export function parseGridPlace(raw: string): Part<Place> {
  const fields = fieldsOf(raw, 3)
  if (typeof fields === 'string') return { problem: fields }
  const [x = '', y = '', location = ''] = fields
  if (x === '' && y === '') return { value: undefined }
  if (!isNumber(x) || !isNumber(y)) return { problem: 'easting and northing are not two numbers' }
  const easting = Number(x)
  const northing = Number(y)
  if (easting === 0 && northing === 0) return { value: undefined }
  if (easting < 0 || easting > 700_000 || northing < 0 || northing > 1_300_000)
    return { problem: 'easting or northing is outside the National Grid' }
  return { value: { easting, northing, street: streetName(location) } }
}

/** LSOA code, LSOA name. */
export function parseArea(raw: string): Part<Area> {
  const fields = fieldsOf(raw, 2)
  if (typeof fields === 'string') return { problem: fields }
  const [code = '', name = ''] = fields
  if (code === '') return { value: undefined }
  return /^[A-Z0-9]{6,12}$/.test(code) ? { value: { code, name } } : { problem: 'the LSOA code is not a code' }
}

/** Crime type, Last outcome category (where the layout has it), Context. */
export function parseKind(raw: string, hasOutcome: boolean): Part<Kind> {
  const fields = fieldsOf(raw, hasOutcome ? 3 : 2)
  if (typeof fields === 'string') return { problem: fields }
  const [crimeType = '', ...rest] = fields
  if (crimeType === '') return { problem: 'the crime type is blank' }
  return { value: { crimeType, outcome: (hasOutcome && rest[0]) || undefined, context: rest.at(-1) || undefined } }
}

function fieldsOf(raw: string, count: number): string[] | string {
  const text = utf8Text(raw)
  if (text === undefined) return csvLineProblem(raw)
  const fields = splitFields(text)
  if (typeof fields === 'string') return fields
  return fields.length === count ? fields.map((field) => field.trim()) : 'the row has too many or too few fields'
}

function isNumber(text: string): boolean {
  return /^-?\d{1,7}(\.\d{1,20})?$/.test(text)
}

/** The street as published; '' for the ways in which files say that they have none. */
function streetName(location: string): string {
  return /^(no location|on or near)$/i.test(location) ? '' : location
}
