import { z } from 'zod'
import type { CategoryFilter } from '../../shared/categories.ts'
import { type Language, languages } from '../../shared/i18n/texts.ts'
import type { MapBox } from '../../shared/map/view.ts'
import { furthestZoom, nearestZoom } from '../../shared/map/zoomRules.ts'
import type { Month } from '../../shared/month.ts'
import { AppError } from '../errors.ts'
import { category, month, parsed } from '../tiles/schemas.ts'

const decimal = (low: number, high: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/)
    .transform(Number)
    .refine((value) => value >= low && value <= high)
const latitude = decimal(-85, 85)
const longitude = decimal(-180, 180)
const zoom = decimal(0, 24).transform((value) => Math.min(nearestZoom, Math.max(furthestZoom, value)))
const wholeNumber = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
const neighbourhood = z
  .string()
  .regex(/^[a-z0-9-]+\/.+$/)
  .transform((text) => {
    const slash = text.indexOf('/')
    return { force: text.slice(0, slash), code: text.slice(slash + 1) }
  })
const force = z.string().regex(/^[a-z0-9][a-z0-9-]*$/)
const box = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([longitude, latitude, longitude, latitude]))
  .refine(([west, south, east, north]) => west < east && south < north)

/** Where the map is asked to open: at a view, on a neighbourhood or force, or (undefined) on everything there is. */
export type AskedPlace =
  | { kind: 'view'; latitude: number; longitude: number; zoom: number }
  | { kind: 'neighbourhood'; force: string; code: string }
  | { kind: 'force'; force: string }
  | undefined

/** What the address of the map page asks for. */
export interface AskedMap {
  place: AskedPlace
  month: Month | undefined
  category: CategoryFilter
  point: number | undefined
  page: number
}

type Query = Record<string, unknown>

/** The zoom of an address that names a place and no zoom. */
const streetZoom = 14

function optional<Value>(schema: z.ZodType<Value>, query: Query, name: string): Value | undefined {
  return query[name] === undefined || query[name] === '' ? undefined : parsed(schema, query, name)
}

/** @throws BAD_PARAMETER naming the one that is not understood */
export function askedMap(query: Query): AskedMap {
  return {
    place: askedPlace(query),
    month: optional(month, query, 'month'),
    category: optional(category, query, 'category') ?? 'all-crime',
    point: optional(wholeNumber, query, 'point'),
    page: optional(wholeNumber, query, 'page') ?? 1,
  }
}

function askedPlace(query: Query): AskedPlace {
  if (query['lat'] !== undefined || query['lon'] !== undefined)
    return {
      kind: 'view',
      latitude: parsed(latitude, query, 'lat'),
      longitude: parsed(longitude, query, 'lon'),
      zoom: optional(zoom, query, 'zoom') ?? streetZoom,
    }
  const asked = optional(neighbourhood, query, 'neighbourhood')
  if (asked) return { kind: 'neighbourhood', ...asked }
  const wholeForce = optional(force, query, 'force')
  return wholeForce ? { kind: 'force', force: wholeForce } : undefined
}

/** What the table of a view asks for. */
export interface AskedView {
  box: MapBox
  zoom: number
  month: Month
  category: CategoryFilter
  page: number
  language: Language
}

const language = z.enum(languages)

/** Degrees of longitude and latitude beyond which no window of this zoom reaches: 4,096 pixels of the screen. */
const widestDegreesAtZoomZero = 360 * 8

/** @throws BAD_PARAMETER; a box that no screen shows at its zoom is one, as its table would cost what no reader needs */
export function askedView(query: Query): AskedView {
  const asked = {
    box: parsed(box, query, 'box'),
    zoom: parsed(zoom, query, 'zoom'),
    month: parsed(month, query, 'month'),
    category: optional(category, query, 'category') ?? 'all-crime',
    page: optional(wholeNumber, query, 'page') ?? 1,
    language: optional(language, query, 'language') ?? ('en' as const),
  }
  const widest = widestDegreesAtZoomZero / 2 ** asked.zoom
  const [west, south, east, north] = asked.box
  if (east - west > widest || north - south > widest) throw new AppError('BAD_PARAMETER', { parameter: 'box' })
  return asked
}

/** What the details of a point ask for. */
export interface AskedPoint {
  id: number
  month: Month
  category: CategoryFilter
  language: Language
}

/** @throws BAD_PARAMETER */
export function askedPoint(parameters: Query, query: Query): AskedPoint {
  return {
    id: parsed(wholeNumber, parameters, 'id'),
    month: parsed(month, query, 'month'),
    category: optional(category, query, 'category') ?? 'all-crime',
    language: optional(language, query, 'language') ?? 'en',
  }
}
