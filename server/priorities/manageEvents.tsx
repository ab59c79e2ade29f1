import { type Request, type Response, Router } from 'express'
import { CancelEventPage, EventForm } from '../../client/pages/manage/EventForms.tsx'
import { type ManagedEvent, ManageEventsPage } from '../../client/pages/manage/ManageEventsPage.tsx'
import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import { londonDay } from '../../shared/time/london.ts'
import { hoursInWords, weekdayInWords } from '../../shared/time/words.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import { shownRevision } from '../web/fields.ts'
import { formBody, typedFields, typedText } from '../web/forms.ts'
import { addEvent, cancelEvent, changeEvent } from './changes.ts'
import { type Entered, enter, managePath, requireEvent, sendManagePage } from './manage.ts'
import { publishForm } from './publishForm.ts'
import { type EventRow, eventsOf, hasAgenda } from './queries.ts'
import { overAt } from './rules.ts'
import { eventForm } from './schemas.ts'
import { eventTexts } from './texts.ts'

/** Meetings, drop-ins and other dates, kept and published by the team. It stands before the priorities, whose numbers share its place. */
export function manageEvents(context: Context): Router {
  const router = Router()
  const dates = `${managePath}/dates`
  const one = `${dates}/:event`

  router.get(dates, async (request, response) => {
    const entered = await enter(context, request)
    const now = context.clock()
    const rows = await eventsOf(context.database.kysely, entered.neighbourhood.id)
    await sendManagePage(context, request, response, entered, {
      title: 'Meetings and other dates',
      content: (
        <ManageEventsPage
          neighbourhood={entered.neighbourhood.name}
          path={entered.paths.dates}
          prioritiesPath={entered.paths.priorities}
          meetingsPath={entered.paths.meetings}
          coming={rows.filter((row) => overAt(row) > now).map(managed)}
          over={rows
            .filter((row) => overAt(row) <= now)
            .reverse()
            .map(managed)}
        />
      ),
    })
  })

  router.get(`${dates}/new`, async (request, response) => {
    const entered = await enter(context, request)
    const form = { texts: {}, problems: {}, meanwhile: null, revision: null }
    await showEvent(request, response, entered)(form)
  })

  router.post(`${dates}/new`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const { neighbourhood, paths } = entered
    await publishForm(context, request, response, {
      who: entered,
      schema: eventForm(context.clock(), null),
      standing: null,
      readAgain: async () => ({ texts: {}, revision: 0 }),
      show: showEvent(request, response, entered),
      save: async (handle, value) => `event ${await addEvent(handle, neighbourhood.id, value, context.clock())}`,
      action: 'event.add',
      next: paths.dates,
    })
  })

  router.get(one, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requireEvent(context, request, entered)
    // What has an agenda is changed where its other particulars are.
    if (await hasAgenda(context.database.kysely, row.id))
      return response.redirect(303, `${entered.paths.meetings}/${row.id}/details`)
    const form = { texts: eventTexts(row), problems: {}, meanwhile: null, revision: row.revision }
    return showEvent(request, response, entered)(form)
  })

  router.post(one, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requireEvent(context, request, entered)
    const standing = (of: EventRow) => ({ texts: eventTexts(of), revision: of.revision })
    await publishForm(context, request, response, {
      who: entered,
      schema: eventForm(
        context.clock(),
        londonDay(row.starts_at),
        (await hasAgenda(context.database.kysely, row.id)) ? 'meeting' : undefined,
      ),
      standing: standing(row),
      readAgain: async () => standing(await requireEvent(context, request, entered)),
      show: showEvent(request, response, entered),
      save: async (handle, value, revision) =>
        (await changeEvent(handle, { id: row.id, revision }, value, context.clock())) ? `event ${row.id}` : undefined,
      action: 'event.change',
      next: anchor(entered, row.id),
    })
  })

  router.get(`${one}/cancel`, async (request, response) => {
    const entered = await enter(context, request)
    await showCancel(request, response, entered, await requireEvent(context, request, entered), false)
  })

  router.post(`${one}/cancel`, formBody, async (request, response) => {
    const entered = await enter(context, request)
    const row = await requireEvent(context, request, entered)
    const typed = typedFields(request.body)
    const seen = { id: row.id, revision: shownRevision.parse(typedText(typed, 'revision')) }
    const cancelled = typedText(typed, 'cancelled') !== 'no'
    const saved = await changePages(context, async (handle) => {
      const done = await cancelEvent(handle, seen, cancelled, context.clock())
      if (done)
        await recordAudit(handle, entered.person, {
          ...entered.place,
          action: cancelled ? 'event.cancel' : 'event.restore',
          subject: `event ${row.id}`,
          fields: ['cancelled'],
        })
      return done
    })
    const now = await requireEvent(context, request, entered)
    if (saved || (now.cancelled_at !== null) === cancelled) return response.redirect(303, anchor(entered, row.id))
    return showCancel(request, response, entered, now, true)
  })
  return router

  function showEvent(request: Request, response: Response, entered: Entered) {
    return (form: ShownForm, status = 200) =>
      sendManagePage(context, request, response, entered, {
        title: form.revision === null ? 'Add a date' : 'Change a date',
        status,
        content: <EventForm form={form} back={backTo(entered)} />,
      })
  }

  function showCancel(request: Request, response: Response, entered: Entered, row: EventRow, hasChanged: boolean) {
    const { title, when, cancelled } = managed(row)
    return sendManagePage(context, request, response, entered, {
      title: cancelled ? 'Say that a date takes place' : 'Cancel a date',
      status: hasChanged ? 409 : 200,
      content: (
        <CancelEventPage
          back={backTo(entered)}
          title={title}
          when={when}
          cancelled={cancelled}
          revision={row.revision}
          hasChanged={hasChanged}
        />
      ),
    })
  }
}

function backTo({ paths, neighbourhood }: Entered) {
  return { href: paths.dates, text: `Meetings and other dates in ${neighbourhood.name}` }
}

function anchor({ paths }: Entered, id: number): string {
  return `${paths.dates}#event-${id}`
}

function managed(row: EventRow): ManagedEvent {
  return {
    id: row.id,
    title: row.title,
    when: `${weekdayInWords(row.starts_at, 'en')}, ${hoursInWords(row.starts_at, row.ends_at, 'en')}`,
    where: [row.place, row.address].filter(Boolean).join(', '),
    cancelled: row.cancelled_at !== null,
  }
}
