import { type Request, type Response, Router } from 'express'
import { ManageMinutesPage } from '../../../client/pages/manage/minutes/ManageMinutesPage.tsx'
import type { FieldTexts } from '../../../client/ui/manage/typed.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import type { Context } from '../../context.ts'
import { inboxPath } from '../../messages/inboxView.ts'
import { formBody, typedFields, typedText } from '../../web/forms.ts'
import { sendForm } from '../command.ts'
import { commandOf, type EnteredMinutes, enterAsTeam, enterMinutes, managePath, sendMinutesPage } from './enter.ts'
import { reasonsOf } from './feedbackQueries.ts'
import { manageLines } from './manageLines.tsx'
import { managePublishing } from './managePublishing.tsx'
import { manageMinutesPath, minutesPath } from './paths.ts'
import { readMinutes } from './readMinutes.ts'

/** What is shown on the page again after a form that was not taken. */
export interface Again {
  status?: number
  typed?: FieldTexts
  problems?: Readonly<Record<string, string>>
  notice?: string | null
}

/** Where the team and the chair write a meeting's minutes. English only. */
export function minutesManagement(context: Context): Router {
  const router = Router()
  const show = showMinutes(context)

  router.get(managePath, async (request, response) => {
    const entered = await enterMinutes(context, request)
    await show(request, response, entered, { notice: noticeOf(request) })
  })

  router.post(`${managePath}/attendance`, formBody, async (request, response) => {
    const entered = await enterMinutes(context, request)
    const typed = typedFields(request.body)
    const text = typedText(typed, 'count').trim()
    const isNumber = /^\d{0,6}$/.test(text)
    const outcome = isNumber
      ? await sendForm(context, request, {
          ...commandOf(entered),
          kind: 'attendance:room',
          detail: { count: text === '' ? null : Number(text) },
        })
      : { ok: false as const, message: 'Enter a whole number, or leave it empty' }
    if (outcome.ok) return response.redirect(303, `${manageMinutesPath(entered.head.id)}?saved`)
    await show(request, response, entered, { status: 422, typed, problems: { count: outcome.message } })
  })

  router.post(`${managePath}/questions/:question`, formBody, async (request, response) => {
    const entered = await enterAsTeam(context, request)
    const question = String(request.params['question'])
    const typed = typedFields(request.body)
    const field = `answer-${question}`
    const text = typedText(typed, field)
    const outcome =
      text.trim() === ''
        ? { ok: false as const, message: 'Write the answer' }
        : await sendForm(context, request, {
            ...commandOf(entered),
            kind: 'question:answer',
            detail: { question, text },
          })
    if (outcome.ok) return response.redirect(303, `${manageMinutesPath(entered.head.id)}?saved`)
    await show(request, response, entered, { status: 422, typed, problems: { [field]: outcome.message } })
  })

  router.use(manageLines(context, show))
  router.use(managePublishing(context, show))
  return router
}

export type ShowMinutes = ReturnType<typeof showMinutes>

function showMinutes(context: Context) {
  return async (request: Request, response: Response, entered: EnteredMinutes, again: Again = {}): Promise<void> => {
    const { head, chair } = entered
    const reader = context.database.kysely
    const [{ state, minutes }, reasons] = await Promise.all([
      readMinutes(reader, head.id),
      chair.isTeam ? reasonsOf(reader, head.id) : [],
    ])
    const { code, force } = head.neighbourhood
    await sendMinutesPage(context, request, response, entered, {
      title: 'Minutes',
      status: again.status ?? 200,
      content: (
        <ManageMinutesPage
          title={head.title}
          day={dateInWords(head.startsAt, 'en')}
          phase={state.phase}
          minutes={minutes}
          revisions={new Map(state.minutes.map(({ id, revision }) => [id, revision]))}
          items={state.items.map(({ id, title }) => ({ value: id, text: title }))}
          isTeam={chair.isTeam}
          paths={{
            here: manageMinutesPath(head.id),
            meeting: `/meetings/${head.id}/chair`,
            public: minutesPath(head.id),
            inbox: inboxPath({ forceId: force.id, code }),
          }}
          reasons={reasons.map(({ why }) => why)}
          typed={again.typed ?? { kind: 'note', item: state.currentItem ?? '' }}
          problems={again.problems ?? {}}
          notice={again.notice ?? null}
        />
      ),
    })
  }
}

function noticeOf(request: Request): string | null {
  if ('saved' in request.query) return 'Saved.'
  if ('published' in request.query) return 'The minutes are published.'
  if ('withdrawn' in request.query) return 'The minutes are taken back. Nobody sees them until you publish again.'
  return null
}
