import { type Request, Router } from 'express'
import { crimeTileTemplate, type TileKind, tileKinds, tileTemplate } from '../../shared/map/tileAddresses.ts'
import type { MapBox } from '../../shared/map/view.ts'
import { firstPointZoom, lastBasemapZoom, lastTileZoom } from '../../shared/map/zoomRules.ts'
import type { Context } from '../context.ts'
import { latestMonth } from '../crime/mapMonths.ts'
import { AppError } from '../errors.ts'
import { type Answer, askAgain, cachedAnswers, forGood } from '../web/cachedAnswers.ts'
import { basemapTile } from './basemapTile.ts'
import { crimeHexagons } from './crimeHexagons.ts'
import { crimePoints } from './crimePoints.ts'
import { encodeTile, type TileFeature } from './encode.ts'
import { neighbourhoodTile } from './neighbourhoodTile.ts'
import { askedCrimeTile, askedTile, askedVersion, category, month, parsed } from './schemas.ts'
import { attributionOf, boundsOf, describe } from './tileJson.ts'

/** /tiles: the TileJSON of each kind and the versioned tiles that it names. */
export function tileRoutes(context: Context): Router {
  const router = Router()
  const { published } = context
  // Anybody's map may draw them.
  router.use('/tiles', (_request, response, next) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    next()
  })
  const bounds = oncePerVersion(context, (kind: TileKind) => boundsOf(published, kind))
  for (const kind of tileKinds)
    router.get(
      `/tiles/${kind}.json`,
      cachedAnswers(context, 'tilejson', async (request) => tileJson(context, kind, request, await bounds(kind))),
    )
  const tiles = (
    path: string,
    make: (request: Request) => Promise<{ version: string; layers: Record<string, TileFeature[]> }>,
  ) =>
    router.get(
      `/tiles/:version/${path}/:zoom/:column/:row.mvt`,
      cachedAnswers(context, 'tile', async (request) => {
        const asked = askedVersion(request.params)
        const { version, layers } = await make(request)
        return tileAnswer(layers, version === asked)
      }),
    )

  tiles('crime/:month/:category', async (request) => {
    const query = askedCrimeTile(request.params)
    if (query.zoom < firstPointZoom) {
      const { version, features } = await crimeHexagons(published, query)
      return { version, layers: { hexagons: features } }
    }
    const { version, features } = await crimePoints(published, query)
    return { version, layers: { points: features } }
  })
  tiles('neighbourhoods', async (request) => {
    const { version, outlines, labels } = await neighbourhoodTile(published, askedTile(request.params, lastTileZoom))
    return { version, layers: { neighbourhoods: outlines, 'neighbourhood-names': labels } }
  })
  tiles('basemap', (request) => basemapTile(published, askedTile(request.params, lastBasemapZoom)))
  return router
}

/**
 * A tile may be kept for good only when it was made from the very version that its address names. For any other version
 * the answer is today's data, to be asked for again: an old page keeps working, and nothing old is served as new or kept.
 */
function tileAnswer(layers: Record<string, TileFeature[]>, isOfItsVersion: boolean): Answer {
  const body = encodeTile(layers)
  return {
    ...(body.byteLength === 0 ? { status: 204 } : {}),
    type: 'application/vnd.mapbox-vector-tile',
    body,
    cacheControl: isOfItsVersion ? forGood : askAgain,
  }
}

async function tileJson(
  context: Context,
  kind: TileKind,
  request: Request,
  bounds: MapBox | undefined,
): Promise<Answer> {
  const version = await context.dataVersion()
  const template = kind === 'crime' ? await crimeTemplate(context, version, request) : tileTemplate(kind, version)
  const body = describe(
    kind,
    `${context.config.publicUrl}${template}`,
    await attributionOf(context.published, kind),
    bounds,
  )
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(body), cacheControl: askAgain }
}

/** Of the month and category asked for; else of the latest month and of all crime. */
async function crimeTemplate(context: Context, version: string, { query }: Request): Promise<string> {
  const asked = query['month'] === undefined ? await latestMonth(context.published) : parsed(month, query, 'month')
  if (!asked) throw new AppError('NOT_FOUND')
  return crimeTileTemplate(
    version,
    asked,
    query['category'] === undefined ? 'all-crime' : parsed(category, query, 'category'),
  )
}

/** Keeps what was asked for while the data stay as they are: the box of every map point takes a look at each. */
function oncePerVersion<Value>(
  context: Context,
  make: (kind: TileKind) => Promise<Value>,
): (kind: TileKind) => Promise<Value> {
  let heldVersion: string | undefined
  const held = new Map<TileKind, Promise<Value>>()
  return async (kind) => {
    const version = await context.dataVersion()
    if (version !== heldVersion) held.clear()
    heldVersion = version
    const known = held.get(kind)
    if (known) return known
    const made = make(kind)
    held.set(kind, made)
    made.catch(() => held.delete(kind))
    return made
  }
}
