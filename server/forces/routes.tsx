import { type Request, Router } from 'express'
import { ForcePage, type LoadedMonths } from '../../client/pages/ForcePage.tsx'
import { type Language, locales } from '../../shared/i18n/texts.ts'
import { type Month, monthName } from '../../shared/month.ts'
import { dateInWords } from '../../shared/time/words.ts'
import type { Context } from '../context.ts'
import { type PublishedMonth, publishedMonths } from '../crime/series.ts'
import { AppError } from '../errors.ts'
import { plainParagraphs } from '../neighbourhoods/plainText.ts'
import { askedMonth } from '../neighbourhoods/schemas.ts'
import { mapPath, neighbourhoodPath } from '../places/rules.ts'
import { localName } from '../places/view.ts'
import { type PageContent, pageRoute } from '../web/pageRoute.ts'
import { translator } from '../web/translate.ts'
import { forceBounds, forceDetails, monthByCategory, neighbourhoodsOf } from './queries.ts'
import { missingMonths, monthYears, viewOf } from './rules.ts'

/** /forces/{force} in one language. */
export function forcePages(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/forces/:force',
    pageRoute(context, language, (request) => forcePage(context, language, request)),
  )
  return router
}

async function forcePage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const { published } = context
  const asked = askedMonth(request)
  const force = await forceDetails(published, String(request.params['force']))
  if (!force) throw new AppError('FORCE_NOT_FOUND')
  const [neighbourhoods, months, bounds] = await Promise.all([
    neighbourhoodsOf(published, force.id),
    publishedMonths(published, force.id),
    forceBounds(published, force.id),
  ])
  const t = translator(language)
  const view = bounds && viewOf(bounds)
  const named = neighbourhoods.map((one) => ({
    name: localName({ t, language }, one.name, one.nameWelsh),
    path: neighbourhoodPath(force.id, one.code),
    outline: one.outline,
  }))
  const twins = `/api/v1/forces/${encodeURIComponent(force.id)}`
  return {
    title: force.name,
    description: t('force:description', { force: force.name }),
    invented: force.invented,
    jsonTwin: `${twins}/series`,
    content: (
      <ForcePage
        name={force.name}
        description={plainParagraphs(force.description)}
        url={force.url && /^https?:\/\//i.test(force.url) ? force.url : undefined}
        telephone={force.telephone ?? undefined}
        neighbourhoods={named.sort((one, other) => one.name.localeCompare(other.name, locales[language]))}
        months={await loadedMonths(context, language, force.id, months, asked)}
        mapPath={view ? mapPath(view.longitude, view.latitude, view.zoom) : '/map'}
        links={[
          { href: `${twins}/series.csv`, text: t('force:seriesCsv') },
          { href: `${twins}/series`, text: t('force:series') },
          { href: `/api/${encodeURIComponent(force.id)}/neighbourhoods`, text: t('force:neighbourhoodsJson') },
          ...(force.invented ? [] : [{ href: 'https://data.police.uk/data/', text: t('force:publisher') }]),
        ]}
      />
    ),
  }
}

async function loadedMonths(
  context: Context,
  language: Language,
  forceId: string,
  months: readonly PublishedMonth[],
  asked: Month | undefined,
): Promise<LoadedMonths | undefined> {
  const newest = months.at(-1)
  if (!newest) return undefined
  const inWords = monthsInWords(
    language,
    months.map((one) => one.month),
  )
  const shown = asked ? months.find((one) => one.month === asked) : newest
  if (!shown) return { ...inWords, shown: { name: monthName(asked ?? newest.month, locales[language]), figures: null } }
  const rows = await monthByCategory(context.published, forceId, shown.month)
  const number = new Intl.NumberFormat(locales[language])
  const sum = (list: number[]) => number.format(list.reduce((total, one) => total + one, 0))
  return {
    ...inWords,
    shown: {
      name: monthName(shown.month, locales[language]),
      figures: {
        loaded: dateInWords(shown.loadedAt, language),
        total: sum(rows.map((row) => row.count)),
        unplacedTotal: sum(rows.map((row) => row.unplaced)),
        rows: rows.map((row) => ({
          category: row.category,
          count: number.format(row.count),
          unplaced: number.format(row.unplaced),
        })),
      },
    },
  }
}

/** Loaded months by their names: first, last, how many, those missing between, and all of them as a grid. */
export function monthsInWords(language: Language, months: readonly Month[]): Omit<LoadedMonths, 'shown'> {
  const name = (month: Month | undefined) => (month ? monthName(month, locales[language]) : '')
  return {
    first: name(months[0]),
    last: name(months.at(-1)),
    count: months.length,
    missing: missingMonths(months).map(name),
    years: monthYears(months),
  }
}
