import { type Request, type Response, Router } from 'express'
import { SettingsForm } from '../../client/pages/manage/meetings/SettingsForm.tsx'
import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import { commandDetails } from '../../shared/live/commands.ts'
import { most } from '../../shared/live/limits.ts'
import type { MeetingSettings } from '../../shared/live/state.ts'
import type { Context } from '../context.ts'
import { readLog } from '../live/log.ts'
import { unsent } from '../priorities/priorityForms.ts'
import { formBody, type Typed, typedFields, typedText } from '../web/forms.ts'
import { stateOf } from './agenda.ts'
import { sendPlan } from './command.ts'
import { backToDesk, type EnteredMeeting, enterMeeting, oneMeeting, sendManagePage } from './manage.ts'

/** How questions and minutes of a meeting are kept. */
export function manageSettings(context: Context): Router {
  const router = Router()
  const path = `${oneMeeting}/settings`

  router.get(path, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const { settings, sequence } = await stateNow(entered)
    await showSettings(request, response, entered)({ ...unsent, texts: settingsTexts(settings), revision: sequence })
  })

  router.post(path, formBody, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const typed = typedFields(request.body)
    const { settings, sequence } = await stateNow(entered)
    const show = showSettings(request, response, entered)
    const count = typedText(typed, 'questionsPerDevice').trim()
    const read = commandDetails['settings:change'].safeParse({
      questionsModerated: typedText(typed, 'questionsModerated') !== 'no',
      questionsPerDevice: /^\d+$/.test(count) ? Number(count) : Number.NaN,
      minutesShown: typedText(typed, 'minutesShown') === 'end' ? 'end' : 'live',
    })
    if (!read.success) {
      const problems = { questionsPerDevice: `Enter a whole number from 0 to ${most.questionsPerDevice}` }
      return show({ texts: typed, problems, meanwhile: null, revision: sequence }, 422)
    }
    const set = changedSettings(read.data, settings)
    if (Object.keys(set).length === 0) return response.redirect(303, entered.desk)
    const sent = await sendPlan(context, request, entered, { kind: 'settings:change', detail: set }, 'meeting.settings')
    if (sent.ok) return response.redirect(303, entered.desk)
    return show(
      { texts: typed, problems: { questionsModerated: sent.message }, meanwhile: null, revision: sequence },
      409,
    )
  })
  return router

  async function stateNow({ row }: EnteredMeeting) {
    return stateOf((await readLog(context.database.kysely, row.id, 0)).changes)
  }

  function showSettings(request: Request, response: Response, entered: EnteredMeeting) {
    return (form: ShownForm, status = 200) =>
      sendManagePage(context, request, response, entered, {
        title: 'Questions and minutes',
        status,
        content: <SettingsForm form={form} back={backToDesk(entered)} />,
      })
  }
}

function settingsTexts(settings: MeetingSettings): Typed {
  return {
    questionsModerated: settings.questionsModerated ? 'yes' : 'no',
    questionsPerDevice: String(settings.questionsPerDevice),
    minutesShown: settings.minutesShown,
  }
}

/** Only what is other than now is sent: what somebody else has set meanwhile stays. */
function changedSettings(wanted: Partial<Record<keyof MeetingSettings, unknown>>, now: MeetingSettings) {
  const entries = Object.entries(wanted).filter(([name, value]) => value !== now[name as keyof MeetingSettings])
  return Object.fromEntries(entries) as Partial<MeetingSettings>
}
