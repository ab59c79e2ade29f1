import { type Request, type Response, Router } from 'express'
import { PublishMinutesPage } from '../../../client/pages/manage/minutes/PublishMinutesPage.tsx'
import { linesOfKind, unansweredQuestions } from '../../../shared/minutes/minutesOf.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import type { Context } from '../../context.ts'
import { RefusedAlongside } from '../../live/alongside.ts'
import { prioritiesOf } from '../../priorities/queries.ts'
import { formBody, type Problems, type Typed, typedFields, typedText } from '../../web/forms.ts'
import { sendForm } from '../command.ts'
import { choosePriorities } from './actions.ts'
import { commandOf, type EnteredMinutes, enterAsTeam, managePath, sendMinutesPage } from './enter.ts'
import { followMinutes } from './follow.ts'
import type { ShowMinutes } from './manageRoutes.tsx'
import { manageMinutesPath } from './paths.ts'
import { chosenPriorities } from './queries.ts'
import { fingerprintOf, readMinutes } from './readMinutes.ts'

const none = 'none'

/** Approving and publishing minutes, with the priority of each action; and taking them back. The team's only. */
export function managePublishing(context: Context, showAll: ShowMinutes): Router {
  const router = Router()
  const publish = `${managePath}/publish`

  router.get(publish, async (request, response) => {
    const entered = await enterAsTeam(context, request)
    if (entered.head.phase !== 'closed') return response.redirect(303, manageMinutesPath(entered.head.id))
    await show(request, response, entered)
  })

  router.post(publish, formBody, async (request, response) => {
    const entered = await enterAsTeam(context, request)
    const { head } = entered
    const typed = typedFields(request.body)
    const { actions, offered } = await choiceOf(head)
    const problems: Problems = {}
    const choices = new Map<string, number | null>()
    for (const { id } of actions) {
      const chosen = typedText(typed, `priority-${id}`)
      if (chosen === none) choices.set(id, null)
      else if (offered.some(({ value }) => value === chosen)) choices.set(id, Number(chosen))
      else problems[`priority-${id}`] = 'Choose a priority, or none'
    }
    if (Object.keys(problems).length > 0) return show(request, response, entered, { status: 422, problems, typed })
    const outcome = await sendForm(context, request, {
      ...commandOf(entered),
      kind: 'minutes:publish',
      detail: {},
      alongside: async (handle, storing) => {
        if (fingerprintOf(storing.after) !== typedText(typed, 'seen')) throw new RefusedAlongside('changed-meanwhile')
        await choosePriorities(handle, head.id, choices)
        await followMinutes(handle, storing)
      },
    })
    if (outcome.ok) return response.redirect(303, `${manageMinutesPath(head.id)}?published`)
    if (outcome.reason === 'changed-meanwhile')
      return show(request, response, entered, { status: 409, typed, isOutdated: true })
    await showAll(request, response, entered, { status: 409, notice: outcome.message })
  })

  router.post(`${managePath}/withdraw`, formBody, async (request, response) => {
    const entered = await enterAsTeam(context, request)
    const outcome = await sendForm(context, request, {
      ...commandOf(entered),
      kind: 'minutes:withdraw',
      detail: {},
    })
    if (outcome.ok) return response.redirect(303, `${manageMinutesPath(entered.head.id)}?withdrawn`)
    await showAll(request, response, entered, { status: 409, notice: outcome.message })
  })
  return router

  /** The minutes' actions, what was chosen for each before, and the priorities to choose from: open ones, and those chosen before. */
  async function choiceOf(head: EnteredMinutes['head']) {
    const reader = context.database.kysely
    const [read, chosen, priorities] = await Promise.all([
      readMinutes(reader, head.id),
      chosenPriorities(reader, head.id),
      prioritiesOf(reader, head.neighbourhood.id),
    ])
    const before = new Set(chosen.values())
    const actions = linesOfKind(read.minutes, 'action').map(({ line }) => line)
    const offered = priorities
      .filter(({ id, closed_on }) => closed_on === null || before.has(id))
      .map(({ id, issue }) => ({ value: String(id), text: issue }))
    return { ...read, chosen, actions, offered }
  }

  async function show(
    request: Request,
    response: Response,
    entered: EnteredMinutes,
    sent: { status?: number; problems?: Problems; typed?: Typed; isOutdated?: boolean } = {},
  ): Promise<void> {
    const { head } = entered
    const { status = 200, problems = {}, typed = {}, isOutdated = false } = sent
    const { state, minutes, chosen, actions, offered } = await choiceOf(head)
    const before = (id: string) => (chosen.has(id) ? String(chosen.get(id) ?? none) : '')
    await sendMinutesPage(context, request, response, entered, {
      title: 'Approve the minutes',
      status,
      content: (
        <PublishMinutesPage
          title={head.title}
          day={dateInWords(head.startsAt, 'en')}
          back={manageMinutesPath(head.id)}
          minutes={minutes}
          plannedFor={head.startsAt.toISOString()}
          place={head.place}
          seen={fingerprintOf(state)}
          actions={actions.map(({ id, text }) => ({
            id,
            text,
            chosen: typedText(typed, `priority-${id}`) || before(id),
          }))}
          priorities={offered}
          unanswered={unansweredQuestions(state).map(({ text }) => text)}
          problems={problems}
          isOutdated={isOutdated}
        />
      ),
    })
  }
}
