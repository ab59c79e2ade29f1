import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ManageMeetingsPage } from '../../client/pages/manage/meetings/ManageMeetingsPage.tsx'
import { MeetingForm } from '../../client/pages/manage/meetings/MeetingForm.tsx'
import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import { londonDay } from '../../shared/time/london.ts'
import { dateInWords } from '../../shared/time/words.ts'
import type { Context } from '../context.ts'
import { unsent } from '../priorities/priorityForms.ts'
import { publishForm } from '../priorities/publishForm.ts'
import { formBody } from '../web/forms.ts'
import { beginningOf } from './agenda.ts'
import { addMeeting, changeMeeting, planEvent } from './changes.ts'
import { listedMeeting } from './listed.ts'
import {
  backToDesk,
  backToList,
  type Entered,
  enter,
  enterMeeting,
  managePath,
  oneMeeting,
  requireMeeting,
  requirePlanned,
  sendManagePage,
} from './manage.ts'
import { addressParts } from './place.ts'
import { isOver } from './published.ts'
import { isPlanned, type MeetingRow, meetingsOf } from './queries.ts'
import { agendaChoice, meetingForm } from './schemas.ts'
import { meetingTexts } from './texts.ts'

/** So many earlier meetings are offered for a copy of their agenda. */
const mostToCopy = 20

/** The list of a team's meetings, and the form by which one is made, given its agenda or changed. */
export function manageMeetings(context: Context): Router {
  const router = Router()
  const { kysely } = context.database

  router.get(managePath, async (request, response) => {
    const entered = await enter(context, request)
    const now = context.clock()
    const rows = await meetingsOf(kysely, entered.neighbourhood.id)
    await sendManagePage(context, request, response, entered, {
      title: 'Meetings',
      content: (
        <ManageMeetingsPage
          neighbourhood={entered.neighbourhood.name}
          paths={entered.paths}
          coming={rows.filter((row) => !isOver(row, now)).map(listedMeeting)}
          over={rows
            .filter((row) => isOver(row, now))
            .reverse()
            .map(listedMeeting)}
        />
      ),
    })
  })

  router.get(`${managePath}/new`, async (request, response) => {
    const entered = await enter(context, request)
    const show = await showNew(request, response, entered)
    await show({ ...unsent, texts: { attendance: 'in-person', agenda: 'usual' }, revision: null }, 200)
  })

  router.post(`${managePath}/new`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const earlier = await earlierOf(entered)
    let made = entered.paths.meetings
    await publishForm(context, request, response, {
      who: entered,
      schema: withAgenda(meetingForm(context.clock(), null), earlier),
      standing: null,
      readAgain: async () => ({ texts: {}, revision: 0 }),
      show: await showNew(request, response, entered),
      save: async (handle, { meeting, agenda }) => {
        const beginning = await beginningOf(handle.kysely, agenda)
        const id = await addMeeting(handle, entered.neighbourhood.id, meeting, beginning, context.clock())
        made = `${entered.paths.meetings}/${id}`
        return `meeting ${id}`
      },
      action: 'meeting.add',
      next: () => made,
    })
  })

  router.get(`${oneMeeting}/plan`, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requireMeeting(context, request, entered)
    if (isPlanned(row)) return response.redirect(303, `${entered.paths.meetings}/${row.id}`)
    const show = await showNew(request, response, entered)
    return show({ ...unsent, texts: { ...meetingTexts(row), agenda: 'usual' }, revision: row.revision }, 200)
  })

  router.post(`${oneMeeting}/plan`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requireMeeting(context, request, entered)
    const desk = `${entered.paths.meetings}/${row.id}`
    if (isPlanned(row)) return response.redirect(303, desk)
    // Nothing stands for the agenda: so the form always has something to publish.
    const standing = (of: MeetingRow) => ({ texts: { ...meetingTexts(of), agenda: '' }, revision: of.revision })
    return publishForm(context, request, response, {
      who: entered,
      schema: withAgenda(meetingForm(context.clock(), londonDay(row.starts_at)), await earlierOf(entered)),
      standing: standing(row),
      readAgain: async () => standing(await requireMeeting(context, request, entered)),
      show: await showNew(request, response, entered),
      save: async (handle, { meeting, agenda }, revision) => {
        const beginning = await beginningOf(handle.kysely, agenda)
        const planned = await planEvent(handle, { id: row.id, revision }, meeting, beginning, context.clock())
        return planned ? `meeting ${row.id}` : undefined
      },
      action: 'meeting.plan',
      next: desk,
    })
  })

  router.get(`${oneMeeting}/details`, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const { row } = entered
    await showDetails(request, response, entered)({ ...unsent, texts: meetingTexts(row), revision: row.revision })
  })

  router.post(`${oneMeeting}/details`, formBody, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const { row } = entered
    const standing = (of: MeetingRow) => ({ texts: meetingTexts(of), revision: of.revision })
    const held = { postcode: addressParts(row.address).postcode, location: row.meeting.location }
    await publishForm(context, request, response, {
      who: entered,
      schema: meetingForm(context.clock(), londonDay(row.starts_at)),
      standing: standing(row),
      readAgain: async () => standing(await requirePlanned(context, request, entered)),
      show: showDetails(request, response, entered),
      save: async (handle, meeting, revision) =>
        (await changeMeeting(handle, { id: row.id, revision }, held, meeting, context.clock()))
          ? `meeting ${row.id}`
          : undefined,
      action: 'meeting.change',
      next: entered.desk,
    })
  })
  return router

  /** Meetings whose agenda can be copied, the latest first. */
  async function earlierOf({ neighbourhood }: Entered) {
    return (await meetingsOf(kysely, neighbourhood.id)).filter(isPlanned).reverse().slice(0, mostToCopy)
  }

  async function showNew(request: Request, response: Response, entered: Entered) {
    const agendas = (await earlierOf(entered)).map((row) => ({
      value: `copy-${row.id}`,
      text: `Like “${row.title}”, ${dateInWords(row.starts_at, 'en')}`,
    }))
    return (form: ShownForm, status: number) =>
      sendManagePage(context, request, response, entered, {
        title: form.revision === null ? 'Make a meeting' : 'Give a meeting its agenda',
        status,
        content: <MeetingForm form={form} back={backToList(entered)} agendas={agendas} />,
      })
  }

  function showDetails(request: Request, response: Response, entered: Awaited<ReturnType<typeof enterMeeting>>) {
    return (form: ShownForm, status = 200) =>
      sendManagePage(context, request, response, entered, {
        title: 'Change a meeting',
        status,
        content: <MeetingForm form={form} back={backToDesk(entered)} agendas={null} />,
      })
  }
}

/** A form of a meeting that says with what its agenda begins. */
function withAgenda(meeting: ReturnType<typeof meetingForm>, earlier: readonly MeetingRow[]) {
  const agenda = z.object({ agenda: agendaChoice(earlier.map(({ id }) => id)) })
  return z.record(z.string(), z.unknown()).transform((typed, context) => {
    const [fields, choice] = [meeting.safeParse(typed), agenda.safeParse(typed)]
    if (fields.success && choice.success) return { meeting: fields.data, agenda: choice.data.agenda }
    for (const { error } of [fields, choice])
      for (const issue of error?.issues ?? [])
        context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] })
    return z.NEVER
  })
}
