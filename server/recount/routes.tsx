import { Router } from 'express'
import { RecountPage } from '../../client/pages/RecountPage.tsx'
import { recountWords } from '../../shared/i18n/recountWords.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { pageRoute } from '../web/pageRoute.ts'
import { sendsNothing } from '../web/securityHeaders.ts'
import { translator } from '../web/translate.ts'

/** /recount in one language: ballots are counted in the browser, and the page can send nothing. */
export function recountPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  router.get(
    '/recount',
    sendsNothing(context.config.publicUrl),
    pageRoute(context, language, async () => ({
      title: t('recount:title'),
      description: t('recount:description'),
      content: <RecountPage words={recountWords(language)} />,
    })),
  )
  return router
}
