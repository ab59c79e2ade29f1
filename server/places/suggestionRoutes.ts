import { Router } from 'express'
import type { Suggestions } from '../../shared/places/suggestion.ts'
import type { Context } from '../context.ts'
import { limitByAddress } from '../web/limits.ts'
import { translator } from '../web/translate.ts'
import { askedText, suggestionLanguage } from './schemas.ts'
import { suggestPlaces } from './suggest.ts'

/** Enough for a hall of people who share one address and all type at once. */
const requests = 600
const seconds = 10

/** `GET /suggestions?q=&language=en|cy`: what the search box offers while someone types. */
export function suggestionRoutes(context: Context): Router {
  const router = Router()
  router.get('/suggestions', limitByAddress(requests, seconds), async (request, response) => {
    const language = suggestionLanguage.parse(request.query['language'])
    const t = translator(language)
    const suggestions = await suggestPlaces(context.published, { t, language }, askedText(request.query))
    const said =
      suggestions.length === 0 ? t('search:noSuggestions') : t('search:suggestionCount', { count: suggestions.length })
    response.set('Cache-Control', 'private, max-age=60').json({ suggestions, said } satisfies Suggestions)
  })
  return router
}
