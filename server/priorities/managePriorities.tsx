import { type Request, type Response, Router } from 'express'
import { type ManagedPriority, ManagePrioritiesPage } from '../../client/pages/manage/ManagePrioritiesPage.tsx'
import { ClosePriorityForm, PriorityForm } from '../../client/pages/manage/PriorityForms.tsx'
import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import { londonDay } from '../../shared/time/london.ts'
import { dayInWords } from '../../shared/time/words.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import { shownRevision } from '../web/fields.ts'
import { formBody, typedFields, typedText } from '../web/forms.ts'
import { addPriority, changePriority, closePriority } from './changes.ts'
import { type Entered, enter, managePath, requirePriority, sendManagePage } from './manage.ts'
import { manageActions } from './manageActions.tsx'
import { adding, anchor, backTo, unsent } from './priorityForms.ts'
import { publishForm } from './publishForm.ts'
import { type ActionRow, type PriorityRow, prioritiesOf } from './queries.ts'
import { byDate, isWithoutAction, usualOpenPriorities } from './rules.ts'
import { closeForm, priorityForm } from './schemas.ts'
import { closeTexts, priorityTexts } from './texts.ts'

/** Priorities and actions, kept and published by the team. */
export function managePriorities(context: Context): Router {
  const router = Router()
  const one = `${managePath}/:priority`

  router.get(managePath, async (request, response) => {
    const entered = await enter(context, request)
    const rows = await prioritiesOf(context.database.kysely, entered.neighbourhood.id)
    const shown = rows.map((row) => managed(row, londonDay(context.clock())))
    await sendManagePage(context, request, response, entered, {
      title: 'Priorities',
      content: (
        <ManagePrioritiesPage
          neighbourhood={entered.neighbourhood.name}
          path={entered.paths.priorities}
          publicPath={entered.paths.public}
          open={shown.filter((priority) => priority.closedOn === null)}
          closed={shown.filter((priority) => priority.closedOn !== null)}
          usualOpen={usualOpenPriorities}
        />
      ),
    })
  })

  router.get(`${managePath}/new`, async (request, response) => {
    const entered = await enter(context, request)
    const texts = { agreedOn: londonDay(context.clock()) }
    await showPriority(request, response, entered)({ ...unsent, texts, revision: null })
  })

  router.post(`${managePath}/new`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const { neighbourhood, paths } = entered
    await publishForm(context, request, response, {
      ...adding(entered, showPriority(request, response, entered)),
      schema: priorityForm(context.clock(), null),
      save: async (handle, value) => `priority ${await addPriority(handle, neighbourhood.id, value, context.clock())}`,
      action: 'priority.add',
      next: paths.priorities,
    })
  })

  router.get(one, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requirePriority(context, request, entered)
    await showPriority(request, response, entered)({ ...unsent, texts: priorityTexts(row), revision: row.revision })
  })

  router.post(one, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requirePriority(context, request, entered)
    const standing = (of: typeof row) => ({ texts: priorityTexts(of), revision: of.revision })
    await publishForm(context, request, response, {
      who: entered,
      schema: priorityForm(context.clock(), row),
      standing: standing(row),
      readAgain: async () => standing(await requirePriority(context, request, entered)),
      show: showPriority(request, response, entered),
      save: async (handle, value, revision) =>
        (await changePriority(handle, { id: row.id, revision }, value, context.clock()))
          ? `priority ${row.id}`
          : undefined,
      action: 'priority.change',
      next: anchor(entered, row.id),
    })
  })

  router.get(`${one}/close`, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requirePriority(context, request, entered)
    const texts = row.closed_on ? closeTexts(row) : { closedOn: londonDay(context.clock()) }
    await showClose(request, response, entered, row.issue)({ ...unsent, texts, revision: row.revision })
  })

  router.post(`${one}/close`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requirePriority(context, request, entered)
    const standing = (of: typeof row) => ({ texts: closeTexts(of), revision: of.revision })
    await publishForm(context, request, response, {
      who: entered,
      schema: closeForm(context.clock(), row.agreed_on),
      standing: standing(row),
      readAgain: async () => standing(await requirePriority(context, request, entered)),
      show: showClose(request, response, entered, row.issue),
      save: async (handle, value, revision) =>
        (await closePriority(handle, { id: row.id, revision }, value, context.clock()))
          ? `priority ${row.id}`
          : undefined,
      action: 'priority.close',
      next: anchor(entered, row.id),
    })
  })

  router.post(`${one}/reopen`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requirePriority(context, request, entered)
    const revision = shownRevision.parse(typedText(typedFields(request.body), 'revision'))
    // When somebody was quicker nothing is changed, and the list shows what they did.
    await changePages(context, async (handle) => {
      if (await closePriority(handle, { id: row.id, revision }, null, context.clock()))
        await recordAudit(handle, entered.person, {
          ...entered.place,
          action: 'priority.reopen',
          subject: `priority ${row.id}`,
          fields: ['closedOn', 'outcome'],
        })
    })
    response.redirect(303, anchor(entered, row.id))
  })
  router.use(manageActions(context))
  return router

  function showPriority(request: Request, response: Response, entered: Entered) {
    const back = backTo(entered)
    return (form: ShownForm, status = 200) =>
      sendManagePage(context, request, response, entered, {
        title: form.revision === null ? 'Add a priority' : 'Change a priority',
        status,
        content: <PriorityForm form={form} back={back} />,
      })
  }

  function showClose(request: Request, response: Response, entered: Entered, issue: string) {
    return (form: ShownForm, status = 200) =>
      sendManagePage(context, request, response, entered, {
        title: 'Close a priority',
        status,
        content: <ClosePriorityForm form={form} back={backTo(entered)} issue={issue} />,
      })
  }
}

function managed(row: PriorityRow, today: string): ManagedPriority {
  return {
    id: row.id,
    issue: row.issue,
    agreedOn: row.agreed_on,
    closedOn: row.closed_on,
    revision: row.revision,
    withoutAction: isWithoutAction(row, today),
    actions: row.actions.toSorted(byDate).map((action) => ({ id: action.id, what: action.what, when: whenOf(action) })),
  }
}

function whenOf({ done_on, planned_for }: ActionRow): string {
  if (done_on) return `Done on ${dayInWords(done_on, 'en')}`
  return planned_for ? `Planned for ${dayInWords(planned_for, 'en')}` : 'Planned, no date yet'
}
