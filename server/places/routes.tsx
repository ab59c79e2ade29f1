import { type Response, Router } from 'express'
import { HomePage } from '../../client/pages/HomePage.tsx'
import { LocatePage } from '../../client/pages/LocatePage.tsx'
import { SearchPage } from '../../client/pages/SearchPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import { type Language, locales } from '../../shared/i18n/texts.ts'
import { monthName } from '../../shared/month.ts'
import { dateInWords } from '../../shared/time/words.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { listedForces } from '../forces/queries.ts'
import { type Page, renderPage } from '../web/page.tsx'
import { pageRoute, pathWithoutLanguage } from '../web/pageRoute.ts'
import { translator } from '../web/translate.ts'
import { aroundPosition, findPlace } from './find.ts'
import { neighbourhoodAt, postcodesLoadedAt } from './queries.ts'
import { forcePath, mapPath, neighbourhoodPath } from './rules.ts'
import { askedText, position } from './schemas.ts'
import { isInvented, nearLine, neighbourhoodLine, searchHeading, searchView } from './view.ts'

/** The pages of finding a place: `/`, `/search` and `/locate`. */
export function placePages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const reader = { t, language }

  router.get(
    '/',
    pageRoute(context, language, async () => {
      const forces = await listedForces(context.published)
      const shown = forces.map((force) => ({
        name: force.name,
        path: forcePath(force.id),
        invented: force.invented,
        neighbourhoods: force.neighbourhoods,
        newestMonth: force.newestMonth && monthName(force.newestMonth, locales[language]),
      }))
      return {
        title: t('home:title'),
        description: t('home:description'),
        content: <HomePage forces={shown} />,
        invented: forces.length > 0 && forces.every((force) => force.invented),
        wide: true,
      }
    }),
  )

  router.get('/search', async (request, response) => {
    const text = askedText(request.query)
    const finding = await findPlace(context.published, text)
    if (finding.kind === 'go') return goTo(response, language, finding.path)
    const loaded = finding.kind === 'postcodeUnknown' ? await postcodesLoadedAt(context.published) : undefined
    const view = searchView(reader, finding, loaded && dateInWords(loaded, language))
    const heading = searchHeading(reader, finding, text)
    await sendOnce(context, response, {
      language,
      path: pathWithoutLanguage(request),
      title: finding.kind === 'empty' ? `${t('common:errorPrefix')} ${heading}` : heading,
      content: <SearchPage text={text} view={view} heading={heading} />,
      invented: isInvented(finding),
    })
  })

  router.get('/locate', async (request, response) => {
    const parsed = position.safeParse(request.query)
    if (!parsed.success) throw new AppError('BAD_PARAMETER', { parameter: 'lat, lon' })
    const { lat, lon } = parsed.data
    const here = await neighbourhoodAt(context.published, lon, lat)
    if (here) return goTo(response, language, neighbourhoodPath(here.forceId, here.code))
    const around = await aroundPosition(context.published, lon, lat)
    await sendOnce(context, response, {
      language,
      path: pathWithoutLanguage(request),
      title: t('search:locateTitle'),
      content: (
        <LocatePage
          nearest={around.nearest.map((near) => nearLine(reader, near))}
          withoutOutline={around.withoutOutline.map((one) => neighbourhoodLine(reader, one))}
          forceName={around.nearest[0]?.forceName ?? ''}
          mapPath={mapPath(lon, lat, 12)}
        />
      ),
      invented: around.nearest.length > 0 && around.nearest.every((near) => near.invented),
    })
  })

  return router
}

/** What one person typed or where one person is: sent once, kept by nobody, not even in memory. */
async function sendOnce(context: Context, response: Response, page: Page): Promise<void> {
  const body = await renderPage(context, page)
  response.set('Cache-Control', 'private, no-store').type('html').send(body)
}

function goTo(response: Response, language: Language, path: string): void {
  response.set('Cache-Control', 'private, no-store').redirect(303, localPath(language, path))
}
