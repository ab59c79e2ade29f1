import { type Request, type Response, Router } from 'express'
import { PartFormPage } from '../../client/pages/manage/team/PartFormPage.tsx'
import type { TwoTexts } from '../../client/ui/manage/BothVersions.tsx'
import { partFields, partNames } from '../../shared/team/fields.ts'
import { type ListKind, listKinds, type PartKind, type Parts } from '../../shared/team/teamPage.ts'
import { requireMayIn } from '../accounts/access.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { askedRow, shownRevision } from '../web/fields.ts'
import { formBody, readForm, type Typed, typedFields, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { isFirstSending } from '../web/sentOnce.ts'
import { changeDraft, subjectOf } from './draft.ts'
import { placedStation } from './places.ts'
import { draftOf, newPartId } from './queries.ts'
import { addPart, editPart, movePartUp, partOf } from './rules.ts'
import { partSchema, typedOfPart } from './schemas.ts'
import { stationWarnings } from './stationWarnings.ts'
import { homeOf, nameOfPart } from './view.ts'

const base = '/manage/neighbourhoods/:force/:code/team'

/** The forms in which a team changes the parts of its page, each with a revision of its own. */
export function partRoutes(context: Context): Router {
  const router = Router()
  const kinds: PartKind[] = ['about', ...listKinds]
  for (const kind of kinds) {
    const path = kind === 'about' ? `${base}/about` : `${base}/${kind}/:id`
    if (kind !== 'about') {
      router.get(`${base}/${kind}/new`, (request, response) => newForm(context, kind, request, response))
      router.post(`${base}/${kind}/new`, formBody, (request, response) => add(context, kind, request, response))
      router.post(`${path}/remove`, formBody, (request, response) => remove(context, kind, request, response))
      router.post(`${path}/up`, formBody, (request, response) => moveUp(context, kind, request, response))
    }
    router.get(path, (request, response) => editForm(context, kind, request, response))
    router.post(path, formBody, (request, response) => edit(context, kind, request, response))
  }
  return router
}

type Access = Awaited<ReturnType<typeof requireMayIn>>

interface Shown {
  held: Parts[PartKind] | undefined
  typed: Typed
  /** The part's revision, which the form carries. */
  revision: number
  status?: number
  problems?: Record<string, string>
  conflict?: { by: string | null; now: Parts[PartKind] }
  warning?: string | undefined
}

function sendForm(
  context: Context,
  access: Access,
  kind: PartKind,
  request: Request,
  response: Response,
  shown: Shown,
) {
  const { neighbourhood, person } = access
  const { held, typed, revision, status, problems = {}, conflict, warning } = shown
  const fields = partFields(kind, held as object | undefined)
  const named = held && nameOfPart(held)
  return sendPrivatePage(context, request, response, {
    ...(status ? { status } : {}),
    title: `${named || partNames[kind].one}, ${neighbourhood.name}`,
    person,
    invented: neighbourhood.invented,
    content: (
      <PartFormPage
        neighbourhood={neighbourhood.name}
        home={homeOf(neighbourhood)}
        kind={kind}
        name={named}
        action={request.originalUrl}
        revision={revision}
        fields={fields}
        typed={typed}
        problems={problems}
        removed={held?.removed ?? false}
        warning={warning}
        conflict={
          conflict && {
            by: conflict.by,
            removed: conflict.now.removed,
            differences: differences(fields, typed, conflict.now),
          }
        }
      />
    ),
  })
}

/** The fields in which what was typed is other than what stands now, as texts. */
function differences(fields: ReturnType<typeof partFields>, typed: Typed, now: Parts[PartKind]): TwoTexts[] {
  const stands = typedOfPart(now)
  const words = (from: Typed, { name, control, choices = [] }: (typeof fields)[number]) => {
    const text = typedText(from, name)
    if (control === 'shown') return text === '' ? 'Not shown' : 'Shown'
    return choices.find((choice) => choice.value === text)?.text ?? text
  }
  return fields
    .map((field) => ({ label: field.label, typed: words(typed, field), now: words(stands, field) }))
    .filter((texts) => texts.typed !== texts.now)
}

async function newForm(context: Context, kind: ListKind, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const typed: Typed = kind === 'members' ? { shown: ['yes'] } : kind === 'stations' ? { kind: 'station' } : {}
  await sendForm(context, access, kind, request, response, { held: undefined, typed, revision: 0 })
}

async function editForm(context: Context, kind: PartKind, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const held = await askedPart(context, access, kind, request)
  const { revision } = held
  const warnings = await stationWarnings(
    context.database.kysely,
    access.neighbourhood,
    'openingHours' in held ? [held] : [],
  )
  const warning = warnings.get(held.id)
  await sendForm(context, access, kind, request, response, { held, typed: typedOfPart(held), revision, warning })
}

/** The part of an address. @throws AppError NOT_ALLOWED when this neighbourhood's page never had it */
async function askedPart(context: Context, access: Access, kind: PartKind, request: Request) {
  const draft = await draftOf(context.database.kysely, access.neighbourhood.id)
  const held = partOf(draft.page, kind, kind === 'about' ? 0 : askedRow(request, 'id'))
  if (!held) throw new AppError('NOT_ALLOWED')
  return held
}

async function add(context: Context, kind: ListKind, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const form = readForm(partSchema(kind), request)
  if (!form.ok) {
    const { typed, problems } = form
    return sendForm(context, access, kind, request, response, {
      held: undefined,
      typed,
      revision: 0,
      problems,
      status: 422,
    })
  }
  await changeDraft(context, access, async (draft, handle) => {
    if (!(await isFirstSending(handle, form.typed, context.clock()))) return { kind: 'sent-before' as const }
    const said = await placedStation(handle.kysely, undefined, form.value)
    const added = addPart(draft.page, kind, await newPartId(handle, kind), said as never)
    const { page, part, fields } = added
    return { kind: 'changed', action: 'team.add', page, subject: subjectOf(kind, part.id), fields }
  })
  response.redirect(303, `${homeOf(access.neighbourhood)}/team#${kind}`)
}

async function edit(context: Context, kind: PartKind, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const shown = await askedPart(context, access, kind, request)
  const form = readForm(partSchema(kind, shown), request)
  const revision = shownRevision.parse(form.typed['revision'])
  if (!form.ok) {
    const { typed, problems } = form
    return sendForm(context, access, kind, request, response, { held: shown, typed, revision, problems, status: 422 })
  }
  const outcome = await changeDraft(context, access, async (draft, handle) => {
    const now = partOf(draft.page, kind, shown.id)
    const edited = editPart(draft.page, kind, shown.id, revision, await placedStation(handle.kysely, now, form.value))
    if (edited.kind === 'conflict') return { ...edited, by: draft.changedBy }
    if (edited.kind === 'not-there') throw new AppError('NOT_ALLOWED')
    const { page, fields } = edited
    return { kind: 'changed', action: 'team.edit', page, subject: subjectOf(kind, shown.id), fields }
  })
  const isOther = (now: Parts[PartKind]) =>
    now.removed || differences(partFields(kind, now as object), form.typed, now).length > 0
  if (outcome.kind === 'conflict' && isOther(outcome.now)) {
    const { now } = outcome
    return sendForm(context, access, kind, request, response, {
      held: now,
      typed: form.typed,
      revision: now.revision,
      status: 409,
      conflict: outcome,
    })
  }
  response.redirect(303, `${homeOf(access.neighbourhood)}/team#${kind}`)
}

/** Takes a part off the page; of one that somebody else has changed meanwhile the form is shown as it stands now. */
async function remove(context: Context, kind: ListKind, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const { id } = await askedPart(context, access, kind, request)
  const revision = shownRevision.parse(typedFields(request.body)['revision'])
  const outcome = await changeDraft(context, access, (draft) => {
    const edited = editPart(draft.page, kind, id, revision, { removed: true })
    if (edited.kind !== 'changed') return { kind: 'conflict' as const }
    const { page, fields } = edited
    return { kind: 'changed', action: 'team.remove', page, subject: subjectOf(kind, id), fields }
  })
  const team = `${homeOf(access.neighbourhood)}/team`
  response.redirect(303, outcome.kind === 'conflict' ? `${team}/${kind}/${id}` : `${team}#${kind}`)
}

async function moveUp(context: Context, kind: ListKind, request: Request, response: Response) {
  const access = await requireMayIn(context, request, 'team.edit')
  const { id } = await askedPart(context, access, kind, request)
  await changeDraft<never>(context, access, (draft) => {
    const page = movePartUp(draft.page, kind, id)
    const fields = page === draft.page ? [] : ['order']
    return { kind: 'changed', action: 'team.move', page, subject: subjectOf(kind, id), fields }
  })
  response.redirect(303, `${homeOf(access.neighbourhood)}/team#${kind}`)
}
