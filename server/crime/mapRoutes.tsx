import { type Request, Router } from 'express'
import { MapPage } from '../../client/pages/MapPage.tsx'
import { categoryFilters } from '../../shared/categories.ts'
import { formatMonth } from '../../shared/figures/numbers.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { boxOfView, type MapBox, type MapView, rounded, usualWindow, viewOfBox } from '../../shared/map/view.ts'
import type { Month } from '../../shared/month.ts'
import type { Context } from '../context.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { askAgain, cachedAnswers, forGood } from '../web/cachedAnswers.ts'
import { type PageContent, pageRoute } from '../web/pageRoute.ts'
import { translator } from '../web/translate.ts'
import { latestMonth, mapMonths } from './mapMonths.ts'
import { pointAnswer } from './mapPoint.ts'
import { extentOf } from './mapQueries.ts'
import { type AskedPlace, askedMap, askedPoint, askedView } from './mapSchemas.ts'
import { viewAnswer } from './mapView.ts'
import { mapWords } from './mapWords.ts'

/** /map in one language. */
export function mapPages(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/map',
    pageRoute(context, language, (request) => mapPage(context, language, request)),
  )
  return router
}

/** The table of a view and the details of a point as JSON, under /api/v1. */
export function mapTwins(context: Context): Router {
  const router = Router()
  const json = (make: (request: Request) => Promise<{ dataVersion: string }>) =>
    cachedAnswers(context, 'json', async (request) => {
      const answer = await make(request)
      const still = (await context.dataVersion()) === answer.dataVersion
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(answer),
        // As with tiles: kept for good only under an address that names the version that it is of.
        cacheControl: still && request.query['version'] === answer.dataVersion ? forGood : askAgain,
      }
    })
  router.get(
    '/map/view',
    json((request) => viewAnswer(context, askedView(request.query))),
  )
  router.get(
    '/map/points/:id',
    json((request) => pointAnswer(context, askedPoint(request.params, request.query))),
  )
  return router
}

/** The British Isles, for a service that has no figures yet. */
const nothingYet: MapBox = [-8.2, 49.8, 2, 60.9]

async function mapPage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const asked = askedMap(request.query)
  const known = await mapMonths(context.published)
  const { place, fit } = await openAt(context, asked.place)
  const month = asked.month ?? (await latestMonth(context.published, boxOfView(place, usualWindow)))
  const t = translator(language)
  const frame = { title: t('map:title'), description: t('map:description'), wide: true }
  if (!month) return { ...frame, content: <MapPage map={undefined} /> }
  const filters = { month, category: asked.category }
  const view: MapView = rounded({ ...place, ...filters, ...(asked.point === undefined ? {} : { point: asked.point }) })
  const box = boxOfView(view, usualWindow)
  const answer = await viewAnswer(context, { ...filters, box, zoom: view.zoom, page: asked.page, language })
  const point =
    asked.point === undefined ? undefined : await pointAnswer(context, { ...filters, id: asked.point, language })
  const months: Month[] = known.map((entry) => entry.month).reverse()
  return {
    ...frame,
    invented: answer.invented,
    jsonTwin: `/api/v1/map/view?box=${box.join(',')}&zoom=${view.zoom}&month=${month}&category=${asked.category}`,
    content: (
      <MapPage
        map={{
          language,
          words: mapWords(t),
          months: (months.includes(month) ? months : [month, ...months]).map((value) => ({
            value,
            label: formatMonth(value, language),
          })),
          categories: categoryFilters.map((value) => ({ value, label: t(`categories:${value}`) })),
          view,
          ...(fit ? { fit } : {}),
          answer,
          ...(point ? { point } : {}),
        }}
      />
    ),
  }
}

/** The middle and zoom to open at, and the box that the window shall fit where the address names no view. */
async function openAt(
  context: Context,
  asked: AskedPlace,
): Promise<{ place: Pick<MapView, 'latitude' | 'longitude' | 'zoom'>; fit: MapBox | undefined }> {
  if (asked?.kind === 'view') return { place: asked, fit: undefined }
  if (asked?.kind === 'neighbourhood') await requireNeighbourhood(context.published, asked.force, asked.code)
  const found = await extentOf(context.published, asked)
  const ofForce = !found && asked ? await extentOf(context.published, { force: asked.force }) : undefined
  const fit = found ?? ofForce ?? (await extentOf(context.published)) ?? nothingYet
  return { place: viewOfBox(fit), fit }
}
