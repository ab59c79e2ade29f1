import { type RawBuilder, sql } from 'kysely'

/** A point from degrees of longitude and latitude (EPSG:4326). */
export function pointAt(longitude: number, latitude: number): RawBuilder<string> {
  return sql`st_setsrid(st_makepoint(${longitude}::double precision, ${latitude}::double precision), 4326)`
}

/**
 * A condition on neighbourhood_outline that holds for one row at most: the outline that covers a point,
 * the smallest of them where outlines overlap.
 */
export function firstHolding(point: RawBuilder<string>): RawBuilder<boolean> {
  return sql`neighbourhood_outline.neighbourhood_id = (
    select holding.neighbourhood_id from neighbourhood_outline as holding
    where st_covers(holding.outline, ${point})
    order by st_area(holding.outline), holding.neighbourhood_id limit 1)`
}
