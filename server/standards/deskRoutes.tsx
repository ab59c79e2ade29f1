import { type RequestHandler, Router } from 'express'
import { standardSets } from '../../shared/standards/sets/index.ts'
import { recordAudit } from '../accounts/audit.ts'
import { accountIdOf } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import { askedRow } from '../web/fields.ts'
import { formBody, readForm, typedText } from '../web/forms.ts'
import { type Desk, deskIn } from './desk.ts'
import { sendDesk } from './deskPage.tsx'
import { addDrafts, removeDraft } from './draftQueries.ts'
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
    await context.database.transaction(async (handle) => {
      const key = await removeDraft(handle, desk.owner, id)
      if (key !== undefined)
        await recordAudit(handle, desk.person, {
          action: 'standards.remove',
          ...desk.place,
          subject: `standard ${key}`,
        })
    })
    response.redirect(303, desk.url)
  }
}

function publish(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.publish')
    const form = readForm(signature, request)
    const typed = { name: typedText(form.typed, 'name'), role: typedText(form.typed, 'role') }
    const refuse = (problems: Record<string, string>) => sendDesk(context, request, response, desk, { problems, typed })
    if (!form.ok) return refuse(form.problems)
    const seen = typedText(form.typed, 'fingerprint')
    const problem = await publishAs(context, desk, seen, { ...form.value, personId: accountIdOf(desk.person) })
    if (problem) return refuse({ publish: problem })
    response.redirect(303, desk.publicUrl ?? desk.url)
  }
}

/** Publishes what was seen, in one transaction. @returns why not, or null */
function publishAs(context: Context, desk: Desk, seen: string, signed: Signature): Promise<string | null> {
  const { owner, person, place } = desk
  return changePages(context, async (handle) => {
    const contract = await contractInDraft(handle.kysely, owner)
    const [last] = owner.neighbourhoodId === null ? [] : await publishedVersions(handle.kysely, owner.neighbourhoodId)
    const problem = whyNotPublishable(contract)
    if (problem) return problem
    if (seen !== fingerprint(contract, last?.number ?? 0))
      return 'Somebody has changed the draft or published a version since you opened this page. Look at it as it stands now, then publish again'
    const now = context.clock()
    if (owner.neighbourhoodId === null) await publishDefaults(handle, owner.forceId, signed, now)
    else await publishContract(handle, owner.neighbourhoodId, contract, signed, now)
    await recordAudit(handle, person, { action: 'standards.publish', ...place, fields: ['name', 'role'] })
    return null
  })
}
