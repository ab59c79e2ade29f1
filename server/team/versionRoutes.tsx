import { type Request, type Response, Router } from 'express'
import { VersionPage } from '../../client/pages/manage/team/VersionPage.tsx'
import { VersionsPage } from '../../client/pages/manage/team/VersionsPage.tsx'
import { formatList } from '../../shared/figures/numbers.ts'
import { momentInWords } from '../../shared/time/words.ts'
import { requireMayIn } from '../accounts/access.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { askedRow, shownRevision } from '../web/fields.ts'
import { formBody, typedFields } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { changeDraft } from './draft.ts'
import { previewOf } from './preview.ts'
import { draftOf } from './queries.ts'
import { broughtBack, changesBetween } from './rules.ts'
import { type Version, versionNumbered, versionsOf } from './versionQueries.ts'
import { homeOf } from './view.ts'

const base = '/manage/neighbourhoods/:force/:code/team/versions'
/** Versions that the list shows; older ones keep their addresses. */
const listedVersions = 50

/** Who published what: every version of a page, to look at and to bring back. */
export function versionRoutes(context: Context): Router {
  const router = Router()
  router.get(base, (request, response) => list(context, request, response))
  router.get(`${base}/:version`, async (request, response) => {
    await sendVersion(context, await requireMayIn(context, request, 'manage.see'), request, response)
  })
  router.post(`${base}/:version/bring-back`, formBody, (request, response) => bringBack(context, request, response))
  return router
}

async function list(context: Context, request: Request, response: Response) {
  const { person, neighbourhood } = await requireMayIn(context, request, 'manage.see')
  const versions = await versionsOf(context.database.kysely, neighbourhood.id, listedVersions + 1)
  await sendPrivatePage(context, request, response, {
    title: `Versions of ${neighbourhood.name}`,
    person,
    invented: neighbourhood.invented,
    content: (
      <VersionsPage
        neighbourhood={neighbourhood.name}
        home={homeOf(neighbourhood)}
        versions={versions.slice(0, listedVersions).map((version, index) => {
          const before = versions[index + 1]
          return {
            version: version.version,
            published: publishedWords(version),
            editedBy: formatList(version.editedBy, 'en'),
            changes: before ? changesBetween(before.page, version.page) : null,
          }
        })}
      />
    ),
  })
}

type Access = Awaited<ReturnType<typeof requireMayIn>>

/** The version of an address. @throws AppError NOT_ALLOWED when this neighbourhood's page has none of that number */
async function askedVersion(context: Context, { neighbourhood }: Access, request: Request): Promise<Version> {
  const number = askedRow(request, 'version')
  const version = await versionNumbered(context.database.kysely, neighbourhood.id, number)
  if (!version) throw new AppError('NOT_ALLOWED')
  return version
}

async function sendVersion(context: Context, access: Access, request: Request, response: Response, late = false) {
  const { person, neighbourhood } = access
  const version = await askedVersion(context, access, request)
  const draft = await draftOf(context.database.kysely, neighbourhood.id)
  await sendPrivatePage(context, request, response, {
    ...(late ? { status: 409 } : {}),
    title: `Version ${version.version} of ${neighbourhood.name}`,
    person,
    invented: neighbourhood.invented,
    content: (
      <VersionPage
        neighbourhood={neighbourhood.name}
        home={homeOf(neighbourhood)}
        version={version.version}
        published={publishedWords(version)}
        revision={draft.revision}
        changedSince={late ? draft.changedBy : undefined}
        {...(await previewOf(context, neighbourhood, version.page))}
      />
    ),
  })
}

async function bringBack(context: Context, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const version = await askedVersion(context, access, request)
  const revision = shownRevision.parse(typedFields(request.body)['revision'])
  const outcome = await changeDraft(context, access, (draft) => {
    if (draft.revision !== revision) return { kind: 'conflict' as const }
    const fields = changesBetween(draft.page, version.page).flatMap((change) => [change.kind, ...change.fields])
    const page = broughtBack(version.page, draft.page)
    return {
      kind: 'changed',
      action: 'team.bringBack',
      page,
      subject: `team page version ${version.version}`,
      fields: ['draft', ...new Set(fields)],
    }
  })
  if (outcome.kind === 'conflict') return sendVersion(context, access, request, response, true)
  response.redirect(303, `${homeOf(access.neighbourhood)}/team`)
}

function publishedWords({ publishedBy, publishedAt }: Version): string {
  return `Published by ${publishedBy} on ${momentInWords(publishedAt, 'en')}`
}
