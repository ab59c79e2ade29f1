import { type Request, Router } from 'express'
import { ConcernsPage } from '../../client/pages/ConcernsPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import { concernsBody } from '../../shared/api/concerns.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { feedPath } from '../feeds/paths.ts'
import type { Neighbourhood } from '../neighbourhoods/queries.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { mapPath } from '../places/rules.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { deviceOf } from '../web/device.ts'
import { pageRoute } from '../web/pageRoute.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import { askedNeighbourhood, hashIn } from './asked.ts'
import { concernsBodyOf } from './bodies.ts'
import { groundOf } from './ground.ts'
import { actsOfDevice, shownConcerns } from './readConcerns.ts'
import { concernUrls } from './urls.ts'

/** `/neighbourhoods/{force}/{id}/concerns` in one language. */
export function concernPages(context: Context, language: Language): Router {
  const router = Router()
  const path = '/neighbourhoods/:force/:code/concerns'

  // A device that has done something here sees what it backed, which nobody keeps; everyone else is answered from memory.
  router.get(path, async (request, response, next) => {
    response.vary('Cookie')
    const device = deviceOf(request.headers)
    if (!device) return next()
    const neighbourhood = await askedNeighbourhood(context, request)
    const { backed } = await actsOfDevice(
      context.database.kysely,
      neighbourhood.id,
      hashIn(context, neighbourhood, device),
    )
    await sendPrivatePage(context, request, response, {
      language,
      ...(await listPage(context, language, request, neighbourhood, backed)),
    })
  })
  router.get(
    path,
    pageRoute(context, language, async (request) => {
      const neighbourhood = await askedNeighbourhood(context, request)
      const isGood = context.counts.look(`concerns ${neighbourhood.id}`)
      return {
        ...(await listPage(context, language, request, neighbourhood, [])),
        isGood,
      }
    }),
  )
  return router
}

/** The same as JSON, under /api/v1. */
export function concernTwins(context: Context): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code/concerns',
    cachedAnswers(context, 'json', async (request) => {
      const neighbourhood = await askedNeighbourhood(context, request)
      const now = context.clock()
      const isGood = context.counts.look(`concerns ${neighbourhood.id}`)
      const rows = await shownConcerns(context.published, neighbourhood.id)
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(concernsBody.parse(concernsBodyOf(neighbourhood, rows, now))),
        cacheControl: askAgain,
        isGood,
      }
    }),
  )
  return router
}

async function listPage(
  context: Context,
  language: Language,
  request: Request,
  neighbourhood: Neighbourhood,
  backed: readonly number[],
) {
  const { force, code } = neighbourhood
  const t = translator(language)
  const name = nameIn(language, neighbourhood)
  const urls = concernUrls(force.id, code)
  const [rows, ground] = await Promise.all([
    shownConcerns(context.published, neighbourhood.id),
    groundOf(context, neighbourhood.id),
  ])
  const { concerns } = concernsBodyOf(neighbourhood, rows, context.clock())
  return {
    title: t('concerns:title', { name }),
    description: t('concerns:description', { name }),
    invented: force.invented,
    jsonTwin: urls.json,
    feed: localPath(language, feedPath(neighbourhood)),
    content: (
      <ConcernsPage
        name={name}
        force={force.name}
        concerns={concerns.map((concern) => ({
          concern,
          mark: (concern.near && ground?.markOf(concern.near.longitude, concern.near.latitude)) ?? null,
          map: concern.near && mapPath(concern.near.longitude, concern.near.latitude, 16),
          isBacked: backed.includes(concern.id),
        }))}
        ground={ground?.map ?? null}
        hasNoCookies={request.query['cookies'] === 'none'}
        urls={urls}
      />
    ),
  }
}
