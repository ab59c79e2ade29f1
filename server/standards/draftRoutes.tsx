import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { StandardsDraftPage } from '../../client/pages/StandardsDraftPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import type { Language, Translate } from '../../shared/i18n/texts.ts'
import { measureOf } from '../../shared/standards/measures/index.ts'
import { sentenceIn } from '../../shared/standards/sentence.ts'
import { recordAudit } from '../accounts/audit.ts'
import { accountIdOf } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { askedRow } from '../web/fields.ts'
import { formBody, readForm, typedText } from '../web/forms.ts'
import { limitByAddress } from '../web/limits.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { isFirstSending } from '../web/sentOnce.ts'
import { translator } from '../web/translate.ts'
import { deskIn } from './desk.ts'
import { sendDesk } from './deskPage.tsx'
import { addComment, commentCount, endDraftLink, liveDraftLink, makeDraftLink } from './draftLinkQueries.ts'
import { contractInDraft } from './publish.ts'

/** No link takes more comments than a team can read. */
const mostComments = 200

/** Making and ending private links to a draft, for the team. */
export function draftSharing(context: Context): Router {
  const router = Router()
  const desk = '/manage/neighbourhoods/:force/:code/standards'
  router.post(`${desk}/share`, formBody, async (request, response) => {
    const found = await deskIn(context, request, 'standards.edit')
    const { owner, person, place } = found
    const text = await context.database.transaction(async (handle) => {
      await recordAudit(handle, person, { action: 'standards.share', ...place })
      return makeDraftLink(handle, owner.neighbourhoodId ?? 0, accountIdOf(person), context.clock())
    })
    // Shown once, in the answer to this form: it is kept nowhere.
    await sendDesk(context, request, response, found, { made: `${context.config.publicUrl}/standards-draft/${text}` })
  })
  router.post(`${desk}/share/:id/end`, formBody, async (request, response) => {
    const { owner, person, place, url } = await deskIn(context, request, 'standards.edit')
    const id = askedRow(request, 'id')
    await context.database.transaction(async (handle) => {
      if (await endDraftLink(handle, owner.neighbourhoodId ?? 0, id, context.clock()))
        await recordAudit(handle, person, { action: 'standards.endShare', ...place, subject: `link ${id}` })
    })
    response.redirect(303, url)
  })
  return router
}

/** What whoever has the link sees, in one language. */
export function draftPages(context: Context, language: Language): Router {
  const router = Router()
  const path = '/standards-draft/:secret'
  router.get(path, (request, response) => sendDraft(context, language, request, response, {}))
  router.post(path, limitByAddress(30, 600), formBody, async (request, response) => {
    const link = await linkOf(context, request)
    const form = readForm(commentForm(translator(language)), request)
    if (!form.ok) {
      const typed = { text: typedText(form.typed, 'text'), name: typedText(form.typed, 'name') }
      return sendDraft(context, language, request, response, { typed, problems: form.problems })
    }
    const { kysely } = context.database
    if ((await commentCount(kysely, link.id)) >= mostComments) throw new AppError('TOO_MANY_REQUESTS')
    await context.database.transaction(async (handle) => {
      const now = context.clock()
      if (await isFirstSending(handle, form.typed, now)) await addComment(handle.kysely, link.id, form.value, now)
    })
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    response.redirect(303, `${localPath(language, addressOf(request))}?thanks=yes`)
  })
  return router
}

function commentForm(t: Translate) {
  return z.object({
    text: z
      .string({ error: t('standards:draftEmpty') })
      .trim()
      .min(1, { error: t('standards:draftEmpty') })
      .max(2000, { error: t('standards:draftLong') }),
    name: z
      .string()
      .trim()
      .max(100, { error: t('standards:draftNameLong') })
      .default(''),
  })
}

async function linkOf(context: Context, request: Request) {
  const link = await liveDraftLink(context.database.kysely, String(request.params['secret']), context.clock())
  if (!link) throw new AppError('LINK_NOT_VALID')
  return link
}

function addressOf(request: Request): string {
  return `/standards-draft/${encodeURIComponent(String(request.params['secret']))}`
}

async function sendDraft(
  context: Context,
  language: Language,
  request: Request,
  response: Response,
  { typed = {}, problems = {} }: { typed?: Record<string, string>; problems?: Record<string, string> },
): Promise<void> {
  const link = await linkOf(context, request)
  const owner = { forceId: link.force_id, neighbourhoodId: link.neighbourhood_id }
  const standards = await contractInDraft(context.database.kysely, owner)
  const t = translator(language)
  const name = nameIn(language, { name: link.name, nameWelsh: link.name_cy })
  await sendPrivatePage(context, request, response, {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    language,
    title: t('standards:draftTitle', { name }),
    invented: link.is_invented,
    content: (
      <StandardsDraftPage
        name={name}
        standards={standards.map(({ key, promise, promiseWelsh, measure, terms }) => ({
          key,
          promise,
          promiseWelsh,
          target: sentenceIn(t, language, measureOf(measure).target(terms)),
        }))}
        action={localPath(language, addressOf(request))}
        typed={typed}
        problems={problems}
        isThanked={request.query['thanks'] === 'yes'}
      />
    ),
  })
}
