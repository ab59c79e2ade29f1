import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { cellToBoundary } from 'h3-js'
import { sql } from 'kysely'
import pg from 'pg'
import { synthesise } from '../../data/synthetic/index.ts'
import { cellPixel, tileCells, worldBits } from '../../shared/geography/mercator.ts'
import { firstPointZoom, hexagonResolution } from '../../shared/map/zoomRules.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { openServer } from '../database/server.ts'
import { importPaths } from '../import/index.ts'
import { cellCondition } from '../tiles/cellCondition.ts'
import { coveringRanges, tilePixels } from '../tiles/coveringRanges.ts'
import { crimeHexagons, hexagonReachPixels } from '../tiles/crimeHexagons.ts'
import { crimePoints } from '../tiles/crimePoints.ts'
import { encodeTile } from '../tiles/encode.ts'
import type { CrimeTileQuery } from '../tiles/schemas.ts'
import { type BenchFigure, figure, median } from './figure.ts'

const zooms = [6, 8, 11, 12, 13, 14]
const tilesAZoom = 12
const rounds = 15

/**
 * Cold crime tiles on PostGIS: our query and encoder, up to the bytes before gzip, beside `ST_AsMVT(ST_AsMVTGeom())` over the
 * same rows through the same driver; by turns, on the fullest tiles of each zoom. The peer's hexagons have their outlines made
 * beforehand, which ours have not. Real Leicestershire where it is there, else an invented force.
 */
export async function* benchTile(): AsyncIterable<BenchFigure> {
  const { database, remove } = await loadedDatabase()
  try {
    const day = await busiestDay(database)
    await storeHexagonOutlines(database)
    await database.execute('vacuum analyze')
    const all: { ours: number[]; peer: number[] } = { ours: [], peer: [] }
    let heaviest = 0
    let weighed = 0
    for (const zoom of zooms) {
      const tiles = await fullestTiles(database, day, zoom)
      const times = { ours: [] as number[], peer: [] as number[] }
      for (let round = 0; round < rounds; round++)
        for (const tile of tiles) {
          const turns = round % 2 === 0 ? (['ours', 'peer'] as const) : (['peer', 'ours'] as const)
          for (const turn of turns) {
            const started = performance.now()
            const bytes = turn === 'ours' ? await ourTile(database, tile) : await peerTile(database, tile)
            const taken = performance.now() - started
            if (round > 0) times[turn].push(taken) // the first round warms plans and caches of both
            if (turn === 'peer' || round > 0) continue
            heaviest = Math.max(heaviest, gzipSync(bytes).byteLength)
            weighed++
          }
        }
      yield figure(`cold tile, zoom ${zoom}, p50`, median(times.ours), median(times.peer), 'ms', times.ours.length)
      all.ours.push(...times.ours)
      all.peer.push(...times.peer)
    }
    yield figure('cold tile, every zoom, p50', median(all.ours), median(all.peer), 'ms', all.ours.length)
    yield figure('cold tile, every zoom, p99', p99(all.ours), p99(all.peer), 'ms', all.ours.length)
    yield figure('heaviest of these tiles after gzip, beside the bar', heaviest / 1000, 100, 'kB', weighed)
  } finally {
    await remove()
  }
}

function p99(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second)
  return sorted[Math.floor(sorted.length * 0.99)] ?? 0
}

async function ourTile(database: Database, tile: CrimeTileQuery): Promise<Uint8Array> {
  if (tile.zoom >= firstPointZoom) return encodeTile({ points: (await crimePoints(database.kysely, tile)).features })
  return encodeTile({ hexagons: (await crimeHexagons(database.kysely, tile)).features })
}

async function peerTile(database: Database, tile: CrimeTileQuery): Promise<Uint8Array> {
  const { zoom, column, row, day } = tile
  const envelope = sql`st_tileenvelope(${zoom}::integer, ${column}::integer, ${row}::integer)`
  const { first, last } = tileCells(zoom, column, row)
  const resolution = hexagonResolution(zoom)
  const ranges = coveringRanges(tilePixels(zoom, column, row, hexagonReachPixels(resolution, tile)))
  const drawn =
    zoom >= firstPointZoom
      ? sql`select map_point_id as id, count(*)::integer as count,
            st_asmvtgeom(st_transform(location, 3857), ${envelope}, 4096, 0) as shape
          from crime join map_point on map_point.id = map_point_id
          where month = ${day}::date and crime.cell between ${first}::bigint and ${last}::bigint
          group by map_point_id, location`
      : sql`select row_number() over () as id, count, st_asmvtgeom(outline, ${envelope}, 4096, 64) as shape
          from (
            select hexagon, sum(count)::integer as count from hexagon_count
            where resolution = ${resolution} and month = ${day}::date and ${cellCondition(ranges)}
            group by hexagon
          ) counted join bench_hexagon using (hexagon)`
  const { rows } = await sql<{ tile: Uint8Array }>`
    select st_asmvt(drawn, 'crimes', 4096, 'shape', 'id') as tile from (${drawn}) drawn`.execute(database.kysely)
  return rows[0]?.tile ?? new Uint8Array()
}

/** The tiles of a zoom that hold the most map points in a month. */
async function fullestTiles(database: Database, day: string, zoom: number): Promise<CrimeTileQuery[]> {
  const shift = 2 * (worldBits - zoom)
  const { rows } = await sql<{ first: string }>`
    select ((cell >> ${shift}::integer) << ${shift}::integer)::text as first from crime where month = ${day}::date and cell is not null
    group by 1 order by count(distinct map_point_id) desc limit ${tilesAZoom}`.execute(database.kysely)
  const size = 2 ** (worldBits - zoom)
  return rows.map(({ first }) => {
    const { x, y } = cellPixel(Number(first))
    return { zoom, column: x / size, row: y / size, day, categoryId: undefined }
  })
}

async function busiestDay(database: Database): Promise<string> {
  const { rows } = await sql<{ day: string }>`
    select to_char(month, 'YYYY-MM-DD') as day from crime group by month order by count(*) desc limit 1`.execute(
    database.kysely,
  )
  if (!rows[0]) throw new Error('There are no figures to make tiles of')
  return rows[0].day
}

/** The outline of every hexagon, ready for the peer. */
async function storeHexagonOutlines(database: Database): Promise<void> {
  await database.execute('create table bench_hexagon (hexagon bigint primary key, outline geometry(Polygon, 3857))')
  const { rows } = await sql<{ hexagon: string; number: string }>`
    select to_hex(hexagon) as hexagon, hexagon::text as number from (select distinct hexagon from hexagon_count) counted`.execute(
    database.kysely,
  )
  const lines = rows.map(({ hexagon, number }) => {
    const ring = cellToBoundary(hexagon, true).map((corner) => corner.join(' '))
    return `${number}\tSRID=4326;POLYGON((${ring.join(',')}))\n`
  })
  await database.execute('create table bench_outline (hexagon bigint, outline text)')
  await database.copyIn('bench_outline', 'format text', [Buffer.from(lines.join(''))])
  await database.execute(
    'insert into bench_hexagon select hexagon, st_transform(outline::geometry, 3857) from bench_outline; drop table bench_outline',
  )
}

/** A database of its own on the server that TEST_DATABASE_URL or DATABASE_URL names, filled with a force. */
async function loadedDatabase(): Promise<{ database: Database; remove(): Promise<void> }> {
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  if (!serverUrl) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL with PostGIS: the peer is its ST_AsMVT')
  const name = `our_patch_bench_${randomBytes(5).toString('hex')}`
  await administer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const database = openServer(url.href)
  const remove = async () => {
    await database.close()
    await administer(serverUrl, `drop database ${name} with (force)`)
  }
  try {
    await migrate(database)
    await load(database)
  } catch (error) {
    await remove()
    throw error
  }
  return { database, remove }
}

async function load(database: Database): Promise<void> {
  const shared = resolve(process.env['OUR_PATCH_SHARED'] ?? join(import.meta.dirname, '../../../shared'))
  const real = join(shared, 'data/crime/leicestershire')
  if (existsSync(real)) {
    await importPaths(database, { paths: [real] })
    return
  }
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-bench-'))
  try {
    await synthesise({ scale: 'force', out: folder })
    await importPaths(database, { paths: [folder] })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
