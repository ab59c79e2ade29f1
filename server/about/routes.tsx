import { Router } from 'express'
import { AboutTheDataPage } from '../../client/pages/AboutTheDataPage.tsx'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { listedForces, monthsByForce } from '../forces/queries.ts'
import { monthsInWords } from '../forces/routes.tsx'
import { pageRoute } from '../web/pageRoute.ts'
import { translator } from '../web/translate.ts'

/** /about-the-data in one language. */
export function aboutPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  router.get(
    '/about-the-data',
    pageRoute(context, language, async () => {
      const [forces, months] = await Promise.all([listedForces(context.published), monthsByForce(context.published)])
      const withMonths = forces.flatMap(({ id, name }) => {
        const loaded = months.get(id)
        return loaded ? [{ id, name, months: monthsInWords(language, loaded) }] : []
      })
      return {
        title: t('about:title'),
        description: t('about:description'),
        content: <AboutTheDataPage forces={withMonths} />,
      }
    }),
  )
  return router
}
