import { type RequestHandler, Router } from 'express'
import { standardSets } from '../../shared/standards/sets/index.ts'
import { recordAudit } from '../accounts/audit.ts'
import { accountIdOf } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import { askedRow, shownRevision } from '../web/fields.ts'
import { formBody, readForm, type Typed, typedFields, typedText } from '../web/forms.ts'
import { isFirstSending, wasSent } from '../web/sentOnce.ts'
import { type Desk, deskIn } from './desk.ts'
import { sendDesk } from './deskPage.tsx'
import { addDrafts, draftById, removeDraft } from './draftQueries.ts'
import { contractInDraft, fingerprint, publishContract, publishDefaults, type Signature } from './publish.ts'
import { whyNotPublishable } from './rules.ts'
import { chosenSet, signature } from './schemas.ts'
import { publishedVersions } from './versionQueries.ts'

/** The addresses at which standards are worked on: of a neighbourhood, and of a force as a whole. */
export const deskPaths = ['/manage/neighbourhoods/:force/:code/standards', '/manage/forces/:force/standards']

/** Lists of what is worked on, ready sets, removing, and publishing. */
export function standardsDesk(context: Context): Router {
  const router = Router()
  for (const path of deskPaths) {
    router.get(path, async (request, response) => {
      await sendDesk(context, request, response, await deskIn(context, request, 'standards.edit'))
    })
    router.post(`${path}/start`, formBody, startFromSet(context))
    router.post(`${path}/:id/remove`, formBody, removeOne(context))
    router.post(`${path}/publish`, formBody, publish(context))
  }
  return router
}

function startFromSet(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.edit')
    const form = readForm(chosenSet, request)
    const set = form.ok && standardSets.find((one) => one.id === form.value.set)
    if (!set) return sendDesk(context, request, response, desk, { problems: { set: 'Choose one of the sets' } })
    await context.database.transaction(async (handle) => {
      await addDrafts(handle, desk.owner, set.standards)
      await recordAudit(handle, desk.person, { action: 'standards.start', ...desk.place, subject: `set ${set.id}` })
    })
    response.redirect(303, desk.url)
  }
}

function removeOne(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.edit')
    const id = askedRow(request, 'id')
    const revision = shownRevision.parse(typedText(typedFields(request.body), 'revision'))
    const removed = await context.database.transaction(async (handle) => {
      const key = await removeDraft(handle, desk.owner, { id, revision })
      if (key !== undefined)
        await recordAudit(handle, desk.person, {
          action: 'standards.remove',
          ...desk.place,
          subject: `standard ${key}`,
        })
      return key !== undefined
    })
    // One that somebody else has changed meanwhile is shown as it stands now, and stays.
    const isChanged = !removed && (await draftById(context.database.kysely, desk.owner, id)) !== undefined
    response.redirect(303, isChanged ? `${desk.url}/${id}/edit` : desk.url)
  }
}

function publish(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.publish')
    const form = readForm(signature, request)
    const typed = { name: typedText(form.typed, 'name'), role: typedText(form.typed, 'role') }
    const refuse = (problems: Record<string, string>) => sendDesk(context, request, response, desk, { problems, typed })
    if (!form.ok) return refuse(form.problems)
    const problem = await publishAs(context, desk, form.typed, { ...form.value, personId: accountIdOf(desk.person) })
    if (problem) return refuse({ publish: problem })
    response.redirect(303, desk.publicUrl ?? desk.url)
  }
}

/** Publishes what was seen, in one transaction. @returns why not, or null */
function publishAs(context: Context, desk: Desk, sent: Typed, signed: Signature): Promise<string | null> {
  const { owner, person, place } = desk
  return changePages(context, async (handle) => {
    const now = context.clock()
    if (await wasSent(handle, sent)) return null
    const contract = await contractInDraft(handle.kysely, owner)
    const [last] = owner.neighbourhoodId === null ? [] : await publishedVersions(handle.kysely, owner.neighbourhoodId)
    const problem = whyNotPublishable(contract)
    if (problem) return problem
    if (typedText(sent, 'fingerprint') !== fingerprint(contract, last?.number ?? 0))
      return 'Somebody has changed the draft or published a version since you opened this page. Look at it as it stands now, then publish again'
    if (!(await isFirstSending(handle, sent, now))) return null
    if (owner.neighbourhoodId === null) await publishDefaults(handle, owner.forceId, signed, now)
    else await publishContract(handle, owner.neighbourhoodId, contract, signed, now)
    await recordAudit(handle, person, { action: 'standards.publish', ...place, fields: ['name', 'role'] })
    return null
  })
}
