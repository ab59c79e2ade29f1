import { z } from 'zod'
import { type CategoryFilter, categoryFilters, categorySlugs } from '../../shared/categories.ts'
import { firstTileZoom, lastTileZoom } from '../../shared/map/zoomRules.ts'
import { firstDay, isMonth, type Month } from '../../shared/month.ts'
import { AppError } from '../errors.ts'

/** A tile by zoom, column from the west and row from the north. */
export interface TileAddress {
  zoom: number
  column: number
  row: number
}

/** A tile of crimes: which month, and which category if not all. `day`: the month as the database holds it. */
export interface CrimeTileQuery extends TileAddress {
  day: string
  categoryId: number | undefined
}

export const month = z.string().refine((text): text is Month => isMonth(text))
export const category = z.enum(categoryFilters)
const number = z
  .string()
  .regex(/^\d{1,8}$/)
  .transform(Number)
const version = z.string().regex(/^\d{1,18}$/)

/** The category's number in the database, where they stand in published order; undefined for all of them. */
export function categoryId(filter: CategoryFilter): number | undefined {
  return filter === 'all-crime' ? undefined : categorySlugs.indexOf(filter) + 1
}

type Parameters = Record<string, unknown>

/** @throws BAD_PARAMETER naming the one that is not understood */
export function parsed<Value>(schema: z.ZodType<Value>, parameters: Parameters, name: string): Value {
  const result = schema.safeParse(parameters[name])
  if (!result.success) throw new AppError('BAD_PARAMETER', { parameter: name })
  return result.data
}

/** The data version in a tile's address. */
export function askedVersion(parameters: Parameters): string {
  return parsed(version, parameters, 'version')
}

/** @throws BAD_PARAMETER for what is no tile number, NOT_FOUND for a tile outside the world or the zooms that there are */
export function askedTile(parameters: Parameters, lastZoom: number): TileAddress {
  const zoom = parsed(number, parameters, 'zoom')
  const column = parsed(number, parameters, 'column')
  const row = parsed(number, parameters, 'row')
  const width = 2 ** zoom
  if (zoom < firstTileZoom || zoom > lastZoom || column >= width || row >= width) throw new AppError('NOT_FOUND')
  return { zoom, column, row }
}

/** @throws BAD_PARAMETER, NOT_FOUND */
export function askedCrimeTile(parameters: Parameters): CrimeTileQuery {
  const tile = askedTile(parameters, lastTileZoom)
  return {
    ...tile,
    day: firstDay(parsed(month, parameters, 'month')),
    categoryId: categoryId(parsed(category, parameters, 'category')),
  }
}
