import { type Request, type Response, Router } from 'express'
import { ManageNeighbourhoodPage } from '../../client/pages/manage/ManageNeighbourhoodPage.tsx'
import { TeamOverviewPage } from '../../client/pages/manage/team/TeamOverviewPage.tsx'
import { TeamPreviewPage } from '../../client/pages/manage/team/TeamPreviewPage.tsx'
import { momentInWords } from '../../shared/time/words.ts'
import { requireMayIn } from '../accounts/access.ts'
import { countConcerns } from '../concerns/readConcerns.ts'
import type { Context } from '../context.ts'
import { urlsOf } from '../neighbourhoods/rules.ts'
import { shownRevision } from '../web/fields.ts'
import { formBody, typedFields } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { publishDraft } from './draft.ts'
import { partRoutes } from './partRoutes.tsx'
import { photoRoutes } from './photoRoutes.tsx'
import { previewOf } from './preview.ts'
import { draftOf } from './queries.ts'
import { changesBetween } from './rules.ts'
import { stationWarnings } from './stationWarnings.ts'
import { pageNow, versionsOf } from './versionQueries.ts'
import { versionRoutes } from './versionRoutes.tsx'
import { homeOf, listsOf } from './view.ts'

/** A team's own pages of its neighbourhood: the start, and everything under /team. English only. */
export function teamPages(context: Context): Router {
  const router = Router()
  const home = '/manage/neighbourhoods/:force/:code'
  router.get(home, (request, response) => startPage(context, request, response))
  router.get(`${home}/team`, (request, response) => overview(context, request, response))
  router.get(`${home}/team/preview`, (request, response) => preview(context, request, response))
  router.post(`${home}/team/publish`, formBody, (request, response) => publish(context, request, response))
  router.use(versionRoutes(context))
  router.use(photoRoutes(context))
  router.use(partRoutes(context))
  return router
}

async function startPage(context: Context, request: Request, response: Response) {
  const { person, neighbourhood } = await requireMayIn(context, request, 'manage.see')
  const [version] = await versionsOf(context.database.kysely, neighbourhood.id, 1)
  const waiting = await countConcerns(context.database.kysely, neighbourhood.id, 'waiting')
  await sendPrivatePage(context, request, response, {
    title: neighbourhood.name,
    person,
    invented: neighbourhood.invented,
    content: (
      <ManageNeighbourhoodPage
        force={neighbourhood.forceName}
        name={neighbourhood.name}
        home={homeOf(neighbourhood)}
        publicPage={urlsOf(neighbourhood.forceId, neighbourhood.code, true).page}
        waiting={waiting}
        standing={
          version ? `Last published on ${momentInWords(version.publishedAt, 'en')}.` : 'Not published here yet.'
        }
      />
    ),
  })
}

async function overview(context: Context, request: Request, response: Response) {
  const { person, neighbourhood } = await requireMayIn(context, request, 'manage.see')
  const { kysely } = context.database
  const [draft, { page: seen, version }] = [
    await draftOf(kysely, neighbourhood.id),
    await pageNow(kysely, neighbourhood.id),
  ]
  const { page } = draft
  await sendPrivatePage(context, request, response, {
    title: `Your page of ${neighbourhood.name}`,
    person,
    invented: neighbourhood.invented,
    content: (
      <TeamOverviewPage
        neighbourhood={neighbourhood.name}
        home={homeOf(neighbourhood)}
        lists={listsOf(page, await stationWarnings(kysely, neighbourhood, page.stations))}
        description={page.about.description.split('\n').filter((line) => line.trim() !== '')}
        lastChange={
          draft.changedAt && `${draft.changedBy} changed the draft last, on ${momentInWords(draft.changedAt, 'en')}`
        }
        lastVersion={
          version
            ? `${version.publishedBy} published version ${version.version} on ${momentInWords(version.publishedAt, 'en')}`
            : null
        }
        changes={changesBetween(seen, page)}
      />
    ),
  })
}

async function preview(context: Context, request: Request, response: Response) {
  await sendPreview(context, await requireMayIn(context, request, 'manage.see'), request, response)
}

async function publish(context: Context, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.publish')
  const revision = shownRevision.parse(typedFields(request.body)['revision'])
  if ((await publishDraft(context, access, revision)) === 'changed-since')
    return sendPreview(context, access, request, response, true)
  response.redirect(303, `${homeOf(access.neighbourhood)}/team`)
}

async function sendPreview(
  context: Context,
  { person, neighbourhood }: Awaited<ReturnType<typeof requireMayIn>>,
  request: Request,
  response: Response,
  changedSince = false,
) {
  const { kysely } = context.database
  const [draft, { page: seen }] = [await draftOf(kysely, neighbourhood.id), await pageNow(kysely, neighbourhood.id)]
  const warnings = await stationWarnings(kysely, neighbourhood, draft.page.stations)
  await sendPrivatePage(context, request, response, {
    ...(changedSince ? { status: 409 } : {}),
    title: `Preview of ${neighbourhood.name}`,
    person,
    invented: neighbourhood.invented,
    content: (
      <TeamPreviewPage
        neighbourhood={neighbourhood.name}
        home={homeOf(neighbourhood)}
        revision={draft.revision}
        changes={changesBetween(seen, draft.page)}
        warnings={draft.page.stations.flatMap(({ id, name }) => {
          const warning = warnings.get(id)
          return warning ? [`${name}: ${warning}`] : []
        })}
        changedSince={changedSince ? draft.changedBy : undefined}
        {...(await previewOf(context, neighbourhood, draft.page))}
      />
    ),
  })
}
