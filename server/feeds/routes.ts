import { Router } from 'express'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { atomFeed } from './feed.ts'

/** /feeds/… in one language. */
export function feedRoutes(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/feeds/neighbourhoods/:force/:code.atom',
    cachedAnswers(context, 'feed', async (request) => {
      const { force, code } = askedPlace(request)
      const neighbourhood = await requireNeighbourhood(context.published, force, code)
      return {
        type: 'application/atom+xml; charset=utf-8',
        body: await atomFeed(context, neighbourhood, language),
        cacheControl: askAgain,
      }
    }),
  )
  return router
}
