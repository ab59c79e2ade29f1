import { type RawBuilder, sql } from 'kysely'
import { tileExtent } from './encode.ts'
import type { TileAddress } from './schemas.ts'

/** The width of the Web Mercator world in its metres (EPSG:3857). */
const worldMetres = 40_075_016.685578488

/** Margin that is drawn around a tile, in tile units, so that lines and hatching meet at its edges. */
const margin = 96

/** The box of a tile with its margin, in Web Mercator. */
export function tileBox({ zoom, column, row }: TileAddress): RawBuilder<string> {
  const size = worldMetres / 2 ** zoom
  const extra = (size * margin) / tileExtent
  const west = column * size - worldMetres / 2
  const north = worldMetres / 2 - row * size
  return sql`st_makeenvelope(${west - extra}::double precision, ${north - size - extra}::double precision,
    ${west + size + extra}::double precision, ${north + extra}::double precision, 3857)`
}

/** Web Mercator to tile units from the tile's north-west corner, y pointing down. */
export function toTileUnits(geometry: RawBuilder<string>, { zoom, column, row }: TileAddress): RawBuilder<string> {
  const units = (tileExtent * 2 ** zoom) / worldMetres
  const half = tileExtent * 2 ** (zoom - 1)
  return sql`st_affine(${geometry}, ${units}::double precision, 0, 0, ${-units}::double precision,
    ${half - column * tileExtent}::double precision, ${half - row * tileExtent}::double precision)`
}

/** The size of one tile unit in Web Mercator metres, and in degrees of longitude. */
export function tileUnit({ zoom }: TileAddress): { metres: number; degrees: number } {
  return { metres: worldMetres / 2 ** zoom / tileExtent, degrees: 360 / 2 ** zoom / tileExtent }
}
