import { type Request, type Response, Router } from 'express'
import { ItemForm } from '../../client/pages/manage/meetings/ItemForm.tsx'
import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import { uuid } from '../../shared/live/commandFields.ts'
import { itemKinds } from '../../shared/live/itemKinds.ts'
import type { AgendaItem, PlannedItem } from '../../shared/live/state.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { readLog } from '../live/log.ts'
import { unsent } from '../priorities/priorityForms.ts'
import { shownRevision } from '../web/fields.ts'
import { formBody, type Typed, typedFields, typedText } from '../web/forms.ts'
import { itemRevisions, stateOf } from './agenda.ts'
import { idOfForm, sendPlan } from './command.ts'
import { differentParts, itemTexts, readItem } from './itemForm.ts'
import { backToDesk, type EnteredMeeting, enterMeeting, oneMeeting, sendManagePage } from './manage.ts'

const changed = 'Somebody else has changed this item since you opened it. Look at it again before you take it off.'
const gone = 'Somebody else has taken this item off the agenda. Send it once more to put it back.'

/** The agenda of a meeting, item by item, by plain forms. The list itself is on the meeting's desk. */
export function manageAgenda(context: Context): Router {
  const router = Router()
  const one = `${oneMeeting}/items/:item`

  router.get(`${oneMeeting}/items/new`, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const texts = { kind: 'report', plannedMinutes: String(itemKinds.report.usualMinutes) }
    await showItem(request, response, entered)({ ...unsent, texts, revision: null })
  })

  router.post(`${oneMeeting}/items/new`, formBody, async (request, response) => {
    const entered = await enterMeeting(context, request)
    await addItem(request, response, entered, typedFields(request.body))
  })

  router.get(one, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const { item, revision } = await itemNow(request, entered)
    if (!item) throw new AppError('NOT_ALLOWED')
    await showItem(request, response, entered)({ ...unsent, texts: itemTexts(item), revision })
  })

  router.post(one, formBody, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const typed = typedFields(request.body)
    const { item, revision } = await itemNow(request, entered)
    const show = showItem(request, response, entered)
    if (!item) {
      // The form says that it adds, once its item was taken off while somebody typed.
      if (typed['revision'] === undefined) return addItem(request, response, entered, typed)
      return show({ texts: typed, problems: { title: gone }, meanwhile: null, revision: null }, 409)
    }
    const seen = shownRevision.parse(typedText(typed, 'revision'))
    const read = readItem(typed, item.id)
    if (!read.ok) return show({ texts: typed, problems: read.problems, meanwhile: null, revision: seen }, 422)
    const set = differentParts(read.item, item)
    if (Object.keys(set).length === 0) return response.redirect(303, anchor(entered, item.id))
    if (seen !== revision) return show({ texts: typed, problems: {}, meanwhile: itemTexts(item), revision }, 409)
    const sent = await sendPlan(
      context,
      request,
      entered,
      { kind: 'agenda:change', detail: { item: item.id, set } },
      'meeting.changeItem',
    )
    if (sent.ok) return response.redirect(303, anchor(entered, item.id))
    return show({ texts: typed, problems: { title: sent.message }, meanwhile: null, revision: seen }, 409)
  })

  router.post(`${one}/move`, formBody, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const { item, items } = await itemNow(request, entered)
    if (!item) throw new AppError('NOT_ALLOWED')
    const before = placeBefore(items, item, typedFields(request.body))
    if (before !== undefined)
      await sendPlan(
        context,
        request,
        entered,
        { kind: 'agenda:move', detail: { item: item.id, before } },
        'meeting.moveItem',
      )
    response.redirect(303, anchor(entered, item.id))
  })

  router.post(`${one}/drop`, formBody, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const { item, revision } = await itemNow(request, entered)
    if (!item) return response.redirect(303, entered.desk) // it is off already
    const show = showItem(request, response, entered)
    const refused = (problem: string) =>
      show({ texts: itemTexts(item), problems: { title: problem }, meanwhile: null, revision }, 409)
    if (shownRevision.parse(typedText(typedFields(request.body), 'revision')) !== revision) return refused(changed)
    const sent = await sendPlan(
      context,
      request,
      entered,
      { kind: 'agenda:drop', detail: { item: item.id } },
      'meeting.dropItem',
    )
    return sent.ok ? response.redirect(303, entered.desk) : refused(sent.message)
  })
  return router

  async function addItem(request: Request, response: Response, entered: EnteredMeeting, typed: Typed) {
    const show = showItem(request, response, entered)
    // The id of the item comes from the form too, so that the same form sent twice is the same command.
    const id = idOfForm(request, 'new')
    const read = readItem(typed, id)
    if (!read.ok) return show({ texts: typed, problems: read.problems, meanwhile: null, revision: null }, 422)
    const sent = await sendPlan(
      context,
      request,
      entered,
      { kind: 'agenda:add', detail: { item: read.item } },
      'meeting.addItem',
    )
    if (sent.ok) return response.redirect(303, anchor(entered, id))
    return show({ texts: typed, problems: { title: sent.message }, meanwhile: null, revision: null }, 409)
  }

  /** The item of an address as it stands in the log, and the number of the change that wrote it. */
  async function itemNow(request: Request, { row }: EnteredMeeting) {
    const id = uuid.safeParse(request.params['item'])
    if (!id.success) throw new AppError('NOT_ALLOWED')
    const { changes } = await readLog(context.database.kysely, row.id, 0)
    const { items } = stateOf(changes)
    const item = items.find((other) => other.id === id.data)
    return { item: item && plannedOf(item), items, revision: itemRevisions(changes).get(id.data) ?? 0 }
  }

  function showItem(request: Request, response: Response, entered: EnteredMeeting) {
    return (form: ShownForm, status = 200) =>
      sendManagePage(context, request, response, entered, {
        title: form.revision === null ? 'Add an item' : 'Change an item',
        status,
        content: <ItemForm form={form} back={backToDesk(entered)} action={request.path} />,
      })
  }
}

/** What is planned of an item, without its clock. */
function plannedOf({ spentMs: _spent, runningSince: _since, isDone: _done, ...item }: AgendaItem): PlannedItem {
  return item
}

/** Before which item another one is to stand, null for the end; undefined when it stands there already. */
function placeBefore(items: readonly PlannedItem[], item: PlannedItem, typed: Typed): string | null | undefined {
  const index = items.findIndex(({ id }) => id === item.id)
  switch (typedText(typed, 'to')) {
    case 'up':
      return items[index - 1]?.id
    case 'down':
      return index === items.length - 1 ? undefined : (items[index + 2]?.id ?? null)
    case 'before':
      return items.find(({ id }) => id === typedText(typed, 'before'))?.id ?? null
    default:
      return undefined
  }
}

function anchor({ desk }: EnteredMeeting, item: string): string {
  return `${desk}#item-${item}`
}
