import { type Request, type Response, Router } from 'express'
import { ActionForm } from '../../client/pages/manage/PriorityForms.tsx'
import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import type { Context } from '../context.ts'
import { formBody } from '../web/forms.ts'
import { addAction, changeAction } from './changes.ts'
import { type Entered, enter, managePath, requireAction, requirePriority, sendManagePage } from './manage.ts'
import { adding, anchor, backTo, unsent } from './priorityForms.ts'
import { publishForm } from './publishForm.ts'
import type { ActionRow } from './queries.ts'
import { actionForm } from './schemas.ts'
import { actionTexts } from './texts.ts'

/** What is done about a priority, kept and published by the team. */
export function manageActions(context: Context): Router {
  const router = Router()
  const one = `${managePath}/:priority`

  router.get(`${one}/actions/new`, async (request, response) => {
    const entered = await enter(context, request)
    const { issue } = await requirePriority(context, request, entered)
    await showAction(request, response, entered, issue)({ ...unsent, texts: {}, revision: null })
  })

  router.post(`${one}/actions/new`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const priority = await requirePriority(context, request, entered)
    await publishForm(context, request, response, {
      ...adding(entered, showAction(request, response, entered, priority.issue)),
      schema: actionForm(context.clock(), priority.agreed_on),
      save: async (handle, value) => `action ${await addAction(handle, priority.id, value, context.clock())}`,
      action: 'action.add',
      next: anchor(entered, priority.id),
    })
  })

  router.get(`${one}/actions/:action`, async (request, response) => {
    const entered = await enter(context, request)
    const priority = await requirePriority(context, request, entered)
    const row = await requireAction(context, request, priority.id)
    const form = { ...unsent, texts: actionTexts(row), revision: row.revision }
    await showAction(request, response, entered, priority.issue)(form)
  })

  router.post(`${one}/actions/:action`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const priority = await requirePriority(context, request, entered)
    const row = await requireAction(context, request, priority.id)
    const standing = (of: ActionRow) => ({ texts: actionTexts(of), revision: of.revision })
    await publishForm(context, request, response, {
      who: entered,
      schema: actionForm(context.clock(), priority.agreed_on),
      standing: standing(row),
      readAgain: async () => standing(await requireAction(context, request, priority.id)),
      show: showAction(request, response, entered, priority.issue),
      save: async (handle, value, revision) =>
        (await changeAction(handle, { id: row.id, revision }, value, context.clock())) ? `action ${row.id}` : undefined,
      action: 'action.change',
      next: anchor(entered, priority.id),
    })
  })
  return router

  function showAction(request: Request, response: Response, entered: Entered, issue: string) {
    return (form: ShownForm, status = 200) =>
      sendManagePage(context, request, response, entered, {
        title: form.revision === null ? 'Add an action' : 'Change an action',
        status,
        content: <ActionForm form={form} back={backTo(entered)} issue={issue} />,
      })
  }
}
