import { type Request, Router } from 'express'
import { PrioritiesPage } from '../../client/pages/PrioritiesPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import { eventsBody, prioritiesBody } from '../../shared/api/priorities.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { countConcerns } from '../concerns/readConcerns.ts'
import type { Context } from '../context.ts'
import { feedPath } from '../feeds/paths.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { type PageContent, pageRoute } from '../web/pageRoute.ts'
import { translator } from '../web/translate.ts'
import { placePath } from './bodies.ts'
import { publishedBy } from './published.ts'

/** /neighbourhoods/{force}/{id}/priorities in one language. */
export function priorityPages(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code/priorities',
    pageRoute(context, language, (request) => prioritiesPage(context, language, request)),
  )
  return router
}

/** Priorities and events as JSON, under /api/v1. */
export function priorityTwins(context: Context): Router {
  const router = Router()
  const twin = (make: (published: Awaited<ReturnType<typeof publishedBy>>) => unknown) =>
    cachedAnswers(context, 'json', async (request) => {
      const published = await publishedBy(context, await askedNeighbourhood(context, request))
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(make(published)),
        cacheControl: askAgain,
        goodUntil: published.trueUntil,
      }
    })
  router.get(
    '/neighbourhoods/:force/:code/priorities',
    twin(({ priorities }) => prioritiesBody.parse(priorities)),
  )
  router.get(
    '/neighbourhoods/:force/:code/events',
    twin(({ events }) => eventsBody.parse(events)),
  )
  return router
}

async function prioritiesPage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const neighbourhood = await askedNeighbourhood(context, request)
  const { priorities, events, withAgenda, trueUntil } = await publishedBy(context, neighbourhood)
  const name = nameIn(language, neighbourhood)
  const t = translator(language)
  const place = placePath(neighbourhood)
  const feed = feedPath(neighbourhood)
  const json = `/api/v1${place}/priorities`
  return {
    title: t('priorities:title', { name }),
    description: t('priorities:description', { name }),
    invented: neighbourhood.force.invented,
    jsonTwin: json,
    feed: localPath(language, feed),
    goodUntil: trueUntil,
    content: (
      <PrioritiesPage
        priorities={priorities}
        events={events.events}
        concerns={await countConcerns(context.published, neighbourhood.id, 'shown')}
        withAgenda={withAgenda}
        name={name}
        urls={{ place, json, eventsJson: `/api/v1${place}/events`, feed }}
      />
    ),
  }
}

function askedNeighbourhood(context: Context, request: Request) {
  const { force, code } = askedPlace(request)
  return requireNeighbourhood(context.published, force, code)
}
