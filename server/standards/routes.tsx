import { type Request, Router } from 'express'
import { EarlierStandardsPage } from '../../client/pages/EarlierStandardsPage.tsx'
import { StandardsPage } from '../../client/pages/StandardsPage.tsx'
import { StandardsPosterPage } from '../../client/pages/StandardsPosterPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import { standardsBody } from '../../shared/api/standards.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { feedPath } from '../feeds/paths.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { type PageContent, pageRoute } from '../web/pageRoute.ts'
import { qrCode } from '../web/qrCode.ts'
import { translator } from '../web/translate.ts'
import { bodyOf } from './body.ts'
import { resultsGoodUntil, resultsOf } from './results.ts'
import { askedVersion } from './schemas.ts'
import { standardsUrls } from './urls.ts'
import { publishedVersions } from './versionQueries.ts'

/** /neighbourhoods/{force}/{id}/standards and its poster, in one language. */
export function standardsPages(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code/standards',
    pageRoute(context, language, (request) => standardsPage(context, language, request)),
  )
  router.get(
    '/neighbourhoods/:force/:code/standards/poster',
    pageRoute(context, language, (request) => posterPage(context, language, request)),
  )
  return router
}

/** The same as JSON, under /api/v1. */
export function standardsTwins(context: Context): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code/standards',
    cachedAnswers(context, 'json', async (request) => {
      const { neighbourhood, versions } = await contractIn(context, request)
      const now = context.clock()
      const standards = await resultsOf(context.published, neighbourhood.id, versions, now)
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(standardsBody.parse(bodyOf(neighbourhood, versions, standards, now))),
        cacheControl: askAgain,
        goodUntil: resultsGoodUntil(now),
      }
    }),
  )
  return router
}

async function contractIn(context: Context, request: Request) {
  const { force, code } = askedPlace(request)
  const neighbourhood = await requireNeighbourhood(context.published, force, code)
  return { neighbourhood, versions: await publishedVersions(context.published, neighbourhood.id) }
}

async function standardsPage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const asked = askedVersion(request)
  const { neighbourhood, versions } = await contractIn(context, request)
  const { force, code } = neighbourhood
  const t = translator(language)
  const name = nameIn(language, neighbourhood)
  const urls = standardsUrls(force.id, code)
  const head = {
    title: t('standards:titleOf', { name }),
    description: t('standards:description', { name }),
    invented: force.invented,
    jsonTwin: urls.json,
    feed: localPath(language, feedPath(neighbourhood)),
  }
  const index = asked === undefined ? 0 : versions.findIndex((version) => version.number === asked)
  if (index === -1) throw new AppError('NOT_FOUND')
  const version = versions[index]
  if (version && index > 0)
    return {
      ...head,
      content: <EarlierStandardsPage name={name} version={version} before={versions[index + 1]} url={urls.page} />,
    }
  const asOf = context.clock()
  const standards = await resultsOf(context.published, neighbourhood.id, versions, asOf)
  return {
    ...head,
    goodUntil: resultsGoodUntil(asOf),
    content: <StandardsPage name={name} versions={versions} standards={standards} asOf={asOf} urls={urls} />,
  }
}

async function posterPage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const { neighbourhood, versions } = await contractIn(context, request)
  const [version] = versions
  if (!version) throw new AppError('NOT_FOUND')
  const { force, code } = neighbourhood
  const name = nameIn(language, neighbourhood)
  const urls = standardsUrls(force.id, code)
  const address = context.config.publicUrl + localPath(language, urls.page)
  return {
    title: translator(language)('standards:titleOf', { name }),
    invented: force.invented,
    content: (
      <StandardsPosterPage
        name={name}
        force={force.name}
        version={version}
        address={address}
        code={qrCode(address)}
        url={urls.page}
      />
    ),
  }
}
