import { type Request, type Response, Router } from 'express'
import { categoryFilters } from '../../shared/categories.ts'
import type { Context } from '../context.ts'
import { comingEvents, prioritiesOf } from '../priorities/queries.ts'
import { trueUntil } from '../priorities/rules.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { limitByAddress } from '../web/limits.ts'
import { translator } from '../web/translate.ts'
import { crimeBody, eventBody, neighbourhoodBody, priorityBody } from './bodies.ts'
import * as queries from './queries.ts'
import { categoryToFilter, decideMonth, searchRadiusMetres } from './rules.ts'
import { askedMonth, latitudeLongitude, point } from './schemas.ts'

/** The public service's limits: 15 requests a second, 30 at once. */
const limit = { points: 15, seconds: 1, burst: 15 }

/**
 * The data.police.uk API, as its clients know it. Addresses with a fixed first word stand before `/{force}/…`.
 * What is wrong is told by an empty answer with a status, as there.
 */
export function policeApiRoutes(context: Context): Router {
  const { published } = context
  const router = Router({ caseSensitive: true })
  router.use((_request, response, next) => {
    response.setHeader('Access-Control-Allow-Origin', '*')
    next()
  })
  router.use(limitByAddress(limit.points, limit.seconds, limit.burst))

  /** A reference answer: kept in memory until the data move; undefined is a 404. */
  const reference = (body: (request: Request) => Promise<unknown>) =>
    cachedAnswers(context, 'police-api', async (request) => {
      const found = await body(request)
      if (found === undefined) return undefined
      return { type: 'application/json', body: JSON.stringify(found), cacheControl: askAgain }
    })

  router.get(
    '/forces',
    reference(() => queries.forces(published)),
  )

  router.get(
    '/crime-categories',
    reference(async () => {
      const t = translator('en')
      return categoryFilters.map((slug) => ({ url: slug, name: t(`categories:${slug}`) }))
    }),
  )

  router.get('/locate-neighbourhood', async (request, response) => {
    const at = latitudeLongitude.safeParse(request.query['q'])
    const found = at.success ? await queries.neighbourhoodAt(published, at.data) : undefined
    return found ? response.json(found) : nothing(response, 404)
  })

  router.get('/crimes-street/:category', async (request, response) => {
    const at = point.safeParse(request.query)
    if (!at.success) return nothing(response, 400)
    const asked = askedMonth.safeParse(request.query['date'])
    if (!asked.success) return nothing(response, 404)
    const decision = decideMonth(asked.data, await queries.publishedMonths(published))
    if (decision.kind === 'not-found') return nothing(response, 404)
    if (decision.kind === 'empty') return response.json([])
    const category = categoryToFilter(request.params.category)
    const rows = await queries.crimesNear(published, at.data, searchRadiusMetres, decision.month, category)
    return response.json(rows.map((row) => crimeBody(row, decision.month)))
  })

  router.get(
    '/:force/neighbourhoods',
    reference((request) => queries.neighbourhoodsOf(published, parameter(request, 'force'))),
  )

  router.get(
    '/:force/:neighbourhood',
    reference(async (request) => {
      const neighbourhood = await named(request)
      if (!neighbourhood) return undefined
      const [links, stations] = await Promise.all([
        queries.linksOf(published, neighbourhood.id),
        queries.stationsOf(published, neighbourhood.id),
      ])
      return neighbourhoodBody({ neighbourhood, links, stations })
    }),
  )

  router.get(
    '/:force/:neighbourhood/boundary',
    reference(async (request) => {
      const neighbourhood = await named(request)
      return neighbourhood && queries.boundaryOf(published, neighbourhood.id)
    }),
  )

  router.get(
    '/:force/:neighbourhood/people',
    reference(async (request) => {
      const neighbourhood = await named(request)
      return neighbourhood && queries.peopleOf(published, neighbourhood.id)
    }),
  )

  router.get(
    '/:force/:neighbourhood/priorities',
    reference(async (request) => {
      const neighbourhood = await named(request)
      return neighbourhood && (await prioritiesOf(published, neighbourhood.id)).map(priorityBody)
    }),
  )

  router.get(
    '/:force/:neighbourhood/events',
    cachedAnswers(context, 'police-api', async (request) => {
      const neighbourhood = await named(request)
      if (!neighbourhood) return undefined
      const now = context.clock()
      const events = await comingEvents(published, neighbourhood.id, now)
      return {
        type: 'application/json',
        // It has no word for what is cancelled: a client would show it as taking place.
        body: JSON.stringify(events.filter((event) => event.cancelled_at === null).map(eventBody)),
        cacheControl: askAgain,
        goodUntil: trueUntil(events, now),
      }
    }),
  )

  router.use((_request, response) => nothing(response, 404))
  return router

  function named(request: Request) {
    return queries.neighbourhood(published, parameter(request, 'force'), parameter(request, 'neighbourhood'))
  }
}

function parameter(request: Request, name: string): string {
  const value = request.params[name]
  return typeof value === 'string' ? value : ''
}

function nothing(response: Response, status: 400 | 404): void {
  response.status(status).type('html').send('')
}
