import { type Request, type RequestHandler, type Response, Router } from 'express'
import { StandardFormPage } from '../../client/pages/manage/StandardFormPage.tsx'
import type { TwoTexts } from '../../client/ui/manage/BothVersions.tsx'
import { initialTerms, type TermField } from '../../shared/standards/measure.ts'
import { isMeasureKey, type MeasureKey, measureOf } from '../../shared/standards/measures/index.ts'
import type { Standard } from '../../shared/standards/standard.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { askedRow } from '../web/fields.ts'
import { formBody, readForm, type Typed, typedFields, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { isFirstSending } from '../web/sentOnce.ts'
import { type Desk, deskIn } from './desk.ts'
import { deskPaths } from './deskRoutes.tsx'
import { addDrafts, changeDraft, draftById, draftsOf, takenKeys } from './draftQueries.ts'
import { freeKey } from './rules.ts'
import { askedMeasure, standardForm } from './schemas.ts'

/** The form of one standard, new or to be changed. */
export function standardForms(context: Context): Router {
  const router = Router()
  for (const path of deskPaths) {
    router.get(`${path}/add`, async (request, response) => {
      const desk = await deskIn(context, request, 'standards.edit')
      const measure = askedMeasure(request)
      if (!measure) return response.redirect(303, desk.url)
      const typed = typedOf({
        promise: '',
        promiseWelsh: '',
        source: '',
        terms: initialTerms(measureOf(measure).fields),
      })
      await sendForm(context, request, response, desk, { measure, typed })
    })
    router.post(`${path}/add`, formBody, add(context))
    router.get(`${path}/:id/edit`, async (request, response) => {
      const desk = await deskIn(context, request, 'standards.edit')
      const standard = await draftById(context.database.kysely, desk.owner, askedRow(request, 'id'))
      if (!standard) throw new AppError('NOT_ALLOWED')
      const { measure, revision, key } = standard
      await sendForm(context, request, response, desk, { measure, typed: { ...typedOf(standard), key }, revision })
    })
    router.post(`${path}/:id/edit`, formBody, change(context))
  }
  return router
}

function add(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.edit')
    const measure = typedText(typedFields(request.body), 'measure')
    if (!isMeasureKey(measure)) throw new AppError('BAD_PARAMETER', { parameter: 'measure' })
    const form = readForm(standardForm(measure), request)
    if (!form.ok)
      return sendForm(context, request, response, desk, { measure, typed: form.typed, problems: form.problems })
    const { revision: _none, ...words } = form.value
    await context.database.transaction(async (handle) => {
      if (!(await isFirstSending(handle, form.typed, context.clock()))) return
      const taken = await takenKeys(handle.kysely, desk.owner)
      const isLocal = desk.owner.neighbourhoodId !== null
      // One that was taken off while somebody changed it comes back as what it was.
      const drafts = await draftsOf(handle.kysely, desk.owner)
      const back = keyOf(form.typed, measure, isLocal)
      const key = back && !drafts.some((draft) => draft.key === back) ? back : freeKey(measure, isLocal, taken)
      await addDrafts(handle, desk.owner, [{ ...words, measure, key }])
      await recordAudit(handle, desk.person, { action: 'standards.add', ...desk.place, subject: `standard ${key}` })
    })
    response.redirect(303, desk.url)
  }
}

function change(context: Context): RequestHandler {
  return async (request, response) => {
    const desk = await deskIn(context, request, 'standards.edit')
    const id = askedRow(request, 'id')
    const standing = await draftById(context.database.kysely, desk.owner, id)
    if (!standing) return putBack(context, request, response, desk)
    const { measure, key } = standing
    const form = readForm(standardForm(measure), request)
    if (!form.ok) {
      const revision = Number(typedText(form.typed, 'revision')) || 0
      return sendForm(context, request, response, desk, {
        measure,
        typed: form.typed,
        problems: form.problems,
        revision,
      })
    }
    const { revision, ...words } = form.value
    const changed = await context.database.transaction(async (handle) => {
      const now = context.clock()
      if (!(await changeDraft(handle, desk.owner, { id, revision }, { ...words, measure }, now))) return false
      await recordAudit(handle, desk.person, {
        action: 'standards.change',
        ...desk.place,
        subject: `standard ${key}`,
        fields: changedFields(standing, words),
      })
      return true
    })
    if (changed) return response.redirect(303, desk.url)
    const now = await draftById(context.database.kysely, desk.owner, id)
    if (!now) return putBack(context, request, response, desk)
    const conflict = differences(form.typed, now)
    if (conflict.length === 0) return response.redirect(303, desk.url)
    const problems = { promise: 'Somebody else has changed this standard. Compare, then save again' }
    await sendForm(context, request, response, desk, {
      measure,
      typed: form.typed,
      problems,
      revision: now.revision,
      conflict,
    })
  }
}

/** Shows what was typed about a standard that somebody took off meanwhile; sent once more it comes back. */
async function putBack(context: Context, request: Request, response: Response, desk: Desk): Promise<void> {
  const typed = typedFields(request.body)
  const measure = typedText(typed, 'measure')
  if (!isMeasureKey(measure) || !keyOf(typed, measure, desk.owner.neighbourhoodId !== null))
    throw new AppError('NOT_ALLOWED')
  const problems = { promise: 'Somebody has taken this standard off meanwhile. Save to put it back' }
  await sendForm(context, request, response, desk, { measure, typed, problems, isPutBack: true })
}

/** The key that a form carries of the standard that it was opened for; undefined for one that no such standard can have. */
function keyOf(typed: Typed, measure: MeasureKey, isLocal: boolean): string | undefined {
  const key = typedText(typed, 'key')
  const stem = isLocal ? `local-${measure}` : measure
  return key === stem || /^-\d{1,3}$/.test(key.startsWith(stem) ? key.slice(stem.length) : '') ? key : undefined
}

interface Form {
  measure: MeasureKey
  typed: Typed
  problems?: Record<string, string>
  revision?: number
  conflict?: TwoTexts[]
  /** It is to be added again. */
  isPutBack?: boolean
}

async function sendForm(context: Context, request: Request, response: Response, desk: Desk, form: Form): Promise<void> {
  const { name, how, fields } = measureOf(form.measure)
  const { problems = {} } = form
  const isNew = request.path.endsWith('/add')
  const title = isNew ? 'Add a standard' : 'Change a standard'
  await sendPrivatePage(context, request, response, {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    title,
    person: desk.person,
    invented: desk.invented,
    content: (
      <StandardFormPage
        title={title}
        action={isNew || form.isPutBack ? `${desk.url}/add` : `${desk.url}/${askedRow(request, 'id')}/edit`}
        back={{ href: desk.url, text: `Standards of ${desk.name}` }}
        measure={{ key: form.measure, name, how, fields }}
        typed={Object.fromEntries(Object.keys(form.typed).map((field) => [field, typedText(form.typed, field)]))}
        problems={problems}
        revision={form.revision ?? 0}
        conflict={form.conflict ?? null}
      />
    ),
  })
}

/** Names of what a form says differently from what stood. */
function changedFields(standing: Standard, words: Omit<Standard, 'key' | 'measure'>): string[] {
  const texts = ['promise', 'promiseWelsh', 'source'] as const
  const terms = new Set([...Object.keys(standing.terms), ...Object.keys(words.terms)])
  return [
    ...texts.filter((name) => standing[name] !== words[name]),
    ...([...terms].some((name) => standing.terms[name] !== words.terms[name]) ? ['terms'] : []),
  ]
}

/** A standard as its form would have been typed. */
function typedOf({ promise, promiseWelsh, source, terms }: Omit<Standard, 'key' | 'measure'>): Typed {
  const typed = Object.entries(terms).map(([name, value]) => [`term-${name}`, String(value)])
  return { promise, promiseWelsh, source, ...Object.fromEntries(typed) }
}

/** Where what was typed is other than what stands now. */
function differences(typed: Typed, { promise, promiseWelsh, source, measure, terms }: Standard): TwoTexts[] {
  const both = [
    { label: 'What you promise', typed: typedText(typed, 'promise'), now: promise },
    { label: 'The same in Welsh', typed: typedText(typed, 'promiseWelsh'), now: promiseWelsh },
    ...measureOf(measure).fields.map((field) => ({
      label: field.label,
      typed: termText(field, typedText(typed, `term-${field.name}`)),
      now: termText(field, terms[field.name]),
    })),
    { label: 'Where the promise comes from', typed: typedText(typed, 'source'), now: source },
  ]
  return both.filter((texts) => texts.typed.trim() !== texts.now.trim())
}

function termText(field: TermField, value: string | number | undefined): string {
  if (field.kind === 'choice') return field.choices.find((choice) => choice.value === value)?.text ?? ''
  return String(value ?? '')
}
