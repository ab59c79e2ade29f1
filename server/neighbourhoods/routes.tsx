import { type Request, Router } from 'express'
import { NeighbourhoodPage } from '../../client/pages/NeighbourhoodPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import { neighbourhoodBody, seriesBody } from '../../shared/api/neighbourhoods.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { countConcerns } from '../concerns/readConcerns.ts'
import type { Context } from '../context.ts'
import { publishedMonths } from '../crime/series.ts'
import { publishedBy } from '../priorities/published.ts'
import { standardsLine } from '../standards/line.ts'
import { resultsGoodUntil } from '../standards/results.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { type PageContent, pageRoute } from '../web/pageRoute.ts'
import { translator } from '../web/translate.ts'
import { contactOf } from './contacts.ts'
import { drawnMap } from './drawing.ts'
import { behindMonth, figuresOf, forceSeries, neighbourhoodSeries, requireNeighbourhood } from './figures.ts'
import { links, type Neighbourhood, outlineSource, residentsSources, stations, teamMembers } from './queries.ts'
import { nameIn, placeBody, seriesCsv, urlsOf } from './rules.ts'
import { askedMonth, askedPlace } from './schemas.ts'

/** /neighbourhoods/{force}/{id} in one language. */
export function neighbourhoodPages(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code',
    pageRoute(context, language, (request) => neighbourhoodPage(context, language, request)),
  )
  return router
}

/** What the pages show, as JSON and CSV, under /api/v1. */
export function neighbourhoodTwins(context: Context): Router {
  const router = Router()
  const json = (make: (request: Request) => Promise<unknown>) =>
    cachedAnswers(context, 'json', async (request) => ({
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(await make(request)),
      cacheControl: askAgain,
    }))
  const csv = (make: (request: Request) => Promise<string>) =>
    cachedAnswers(context, 'csv', async (request) => ({
      type: 'text/csv; charset=utf-8; header=present',
      body: await make(request),
      cacheControl: askAgain,
    }))
  const series = async (request: Request) => {
    const { force, code } = askedPlace(request)
    return seriesBody.parse(await neighbourhoodSeries(context, force, code))
  }
  const wholeForce = async (request: Request) =>
    seriesBody.parse(await forceSeries(context, String(request.params['force'])))

  router.get(
    '/neighbourhoods/:force/:code',
    json(async (request) => {
      const { force, code } = askedPlace(request)
      const neighbourhood = await requireNeighbourhood(context.published, force, code)
      return neighbourhoodBody.parse((await placeOf(context, neighbourhood)).place)
    }),
  )
  router.get('/neighbourhoods/:force/:code/series', json(series))
  router.get(
    '/neighbourhoods/:force/:code/series.csv',
    csv(async (request) => seriesCsv(await series(request))),
  )
  router.get('/forces/:force/series', json(wholeForce))
  router.get(
    '/forces/:force/series.csv',
    csv(async (request) => seriesCsv(await wholeForce(request))),
  )
  return router
}

/** The facts of a place and the months that its force published. */
async function placeOf(context: Context, neighbourhood: Neighbourhood) {
  const { published } = context
  const { id, force } = neighbourhood
  const [team, places, linked, outline, sources, months] = await Promise.all([
    teamMembers(published, id),
    stations(published, id),
    links(published, id),
    outlineSource(published, id),
    residentsSources(published, id),
    publishedMonths(published, force.id),
  ])
  const place = placeBody({
    force,
    neighbourhood,
    team,
    stations: places,
    links: linked,
    outline: outline ?? null,
    residentsSources: sources,
    published: months.map((entry) => entry.month),
    dataVersion: await context.dataVersion(),
  })
  return { place, months }
}

async function neighbourhoodPage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const { force: forceId, code } = askedPlace(request)
  const asked = askedMonth(request)
  const { published } = context
  const neighbourhood = await requireNeighbourhood(published, forceId, code)
  const { place, months } = await placeOf(context, neighbourhood)
  const { force } = neighbourhood
  const ofTeam = await publishedBy(context, neighbourhood)
  const figures = place.outline ? await figuresOf(published, neighbourhood.id, months, asked) : null
  const shown = figures?.comparison ? figures.shown.month : undefined
  const marked = place.stations.flatMap(({ location }) => (location ? [[location.longitude, location.latitude]] : []))
  const map = place.outline ? await drawnMap(published, neighbourhood.id, shown, marked) : null
  const name = nameIn(language, neighbourhood)
  const urls = urlsOf(forceId, code, map !== null, figures?.shown.month)
  return {
    title: `${name}, ${force.name}`,
    description: translator(language)('neighbourhood:description', { name }),
    invented: force.invented,
    jsonTwin: urls.json,
    feed: localPath(language, urls.feed),
    goodUntil: earlier(ofTeam.trueUntil, resultsGoodUntil(context.clock())),
    content: (
      <NeighbourhoodPage
        place={place}
        events={ofTeam.events.events}
        withAgenda={ofTeam.withAgenda}
        priorities={ofTeam.priorities}
        concerns={await countConcerns(published, neighbourhood.id, 'shown')}
        name={name}
        forceTelephone={force.telephone === '101' ? null : (contactOf('telephone', force.telephone) ?? null)}
        figures={figures}
        behind={{
          hasFigures: figures !== null,
          force: force.name,
          invented: force.invented,
          residents: place.residents,
          ...behindMonth(months.find((entry) => entry.month === shown)),
        }}
        map={map}
        standards={await standardsLine(context, forceId, neighbourhood)}
        urls={urls}
      />
    ),
  }
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other
}
