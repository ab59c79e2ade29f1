import { type Request, type Response, Router } from 'express'
import { MinutesLinePage } from '../../../client/pages/manage/minutes/MinutesLinePage.tsx'
import type { ShownForm } from '../../../client/ui/manage/ManageForm.tsx'
import type { MeetingState, MinutesEntry } from '../../../shared/live/state.ts'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { shownRevision } from '../../web/fields.ts'
import { formBody, readForm, typedFields, typedText } from '../../web/forms.ts'
import { idOfForm, sendForm } from '../command.ts'
import { commandOf, type EnteredMinutes, enterMinutes, managePath, sendMinutesPage } from './enter.ts'
import { changedLineForm, lineForm } from './lineForm.ts'
import type { ShowMinutes } from './manageRoutes.tsx'
import { manageMinutesPath } from './paths.ts'
import { readMinutes } from './readMinutes.ts'

const takenOut =
  'Somebody took this line out while you were writing. What you typed is in the form below: add it again if you want it.'

/** The lines of the minutes: adding, changing, removing. */
export function manageLines(context: Context, showAll: ShowMinutes): Router {
  const router = Router()
  const one = `${managePath}/lines/:line`

  router.post(`${managePath}/lines`, formBody, async (request, response) => {
    const entered = await enterMinutes(context, request)
    const form = readForm(lineForm, request)
    if (!form.ok)
      return showAll(request, response, entered, { status: 422, typed: form.typed, problems: form.problems })
    const outcome = await sendForm(context, request, {
      ...commandOf(entered),
      kind: 'minutes:add',
      detail: { entry: { id: idOfForm(request, 'new'), ...form.value } },
    })
    if (outcome.ok) return response.redirect(303, `${manageMinutesPath(entered.head.id)}?saved`)
    const problems = { [outcome.field || 'text']: outcome.message }
    await showAll(request, response, entered, { status: 422, typed: form.typed, problems })
  })

  router.get(one, async (request, response) => {
    const entered = await enterMinutes(context, request)
    const { state, line } = await requireLine(entered, request)
    const form = { texts: textsOf(line), revision: line.revision, problems: {}, meanwhile: null }
    await showLine(request, response, entered, state, form)
  })

  router.post(one, formBody, async (request, response) => {
    const entered = await enterMinutes(context, request)
    const form = readForm(changedLineForm, request)
    const sent = shownRevision.parse(typedText(form.typed, 'revision'))
    const again = async (status: number, problems: Record<string, string>, meanwhile: MinutesEntry | null) => {
      const { state } = await readMinutes(context.database.kysely, entered.head.id)
      const shown = { texts: form.typed, problems, revision: meanwhile?.revision ?? sent }
      return showLine(
        request,
        response,
        entered,
        state,
        { ...shown, meanwhile: meanwhile && textsOf(meanwhile) },
        status,
      )
    }
    if (!form.ok) return again(422, form.problems, null)
    const { revision: seen, ...set } = form.value
    const line = String(request.params['line'])
    const outcome = await sendForm(context, request, {
      ...commandOf(entered),
      kind: 'minutes:change',
      detail: { entry: line, seen, set },
    })
    if (outcome.ok) return response.redirect(303, `${manageMinutesPath(entered.head.id)}?saved#line-${line}`)
    if (outcome.reason === 'no-such-entry')
      return showAll(request, response, entered, { status: 409, typed: form.typed, notice: takenOut })
    if (outcome.reason !== 'changed-meanwhile') return again(422, { [outcome.field || 'text']: outcome.message }, null)
    await again(409, {}, (await requireLine(entered, request)).line)
  })

  router.post(`${one}/remove`, formBody, async (request, response) => {
    const entered = await enterMinutes(context, request)
    const seen = shownRevision.parse(typedText(typedFields(request.body), 'revision'))
    const outcome = await sendForm(context, request, {
      ...commandOf(entered),
      kind: 'minutes:remove',
      detail: { entry: String(request.params['line']), seen },
    })
    if (outcome.ok) return response.redirect(303, `${manageMinutesPath(entered.head.id)}?saved`)
    const notice =
      outcome.reason === 'changed-meanwhile'
        ? 'Somebody changed that line while you were reading: it was not removed. Read it again first.'
        : outcome.message
    await showAll(request, response, entered, { status: 409, notice })
  })
  return router

  async function requireLine({ head }: EnteredMinutes, request: Request) {
    const { state } = await readMinutes(context.database.kysely, head.id)
    const line = state.minutes.find(({ id }) => id === request.params['line'])
    if (!line) throw new AppError('NOT_ALLOWED')
    return { state, line }
  }

  function showLine(
    request: Request,
    response: Response,
    entered: EnteredMinutes,
    state: MeetingState,
    form: ShownForm,
    status = 200,
  ) {
    return sendMinutesPage(context, request, response, entered, {
      title: 'Change a line',
      status,
      content: (
        <MinutesLinePage
          form={form}
          back={{ href: manageMinutesPath(entered.head.id), text: 'Write the minutes' }}
          items={state.items.map(({ id, title }) => ({ value: id, text: title }))}
        />
      ),
    })
  }
}

function textsOf({ kind, item, text, owner, dueOn }: MinutesEntry) {
  return { kind, item: item ?? '', text, owner, dueOn: dueOn ?? '' }
}
