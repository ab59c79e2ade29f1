import { type Request, type Response, Router } from 'express'
import { MeetingDeskPage } from '../../client/pages/manage/meetings/MeetingDeskPage.tsx'
import type { Context } from '../context.ts'
import { readLog } from '../live/log.ts'
import { drawnMap } from '../neighbourhoods/drawing.ts'
import { plannedMinutes, stateOf } from './agenda.ts'
import { chairLinks } from './chairLinks.ts'
import { whenOf } from './listed.ts'
import { backToList, enterMeeting, oneMeeting, sendManagePage } from './manage.ts'
import { manageMinutesPath } from './minutes/paths.ts'
import { addressParts, doubtAbout } from './place.ts'
import { metresFromOutline, type PlannedRow } from './queries.ts'

/** The desk of one meeting: all that is planned of it, and its agenda to reorder. */
export function manageDesk(context: Context): Router {
  const router = Router()
  router.get(oneMeeting, (request, response) => showDesk(context, request, response))
  return router
}

async function showDesk(context: Context, request: Request, response: Response): Promise<void> {
  const entered = await enterMeeting(context, request)
  const { row, desk, neighbourhood, paths } = entered
  const { changes } = await readLog(context.database.kysely, row.id, 0)
  const state = stateOf(changes)
  const links = await chairLinks(context.database.kysely, row.id, context.clock())
  await sendManagePage(context, request, response, entered, {
    title: row.title,
    content: (
      <MeetingDeskPage
        back={backToList(entered)}
        title={row.title}
        when={whenOf(row)}
        row={row}
        address={addressParts(row.address)}
        {...(await placeOf(context, neighbourhood.id, row))}
        state={state}
        lengths={lengthsOf(row, plannedMinutes(state.items))}
        chairs={links.map(({ name }) => name)}
        neighbourhood={neighbourhood.name}
        urls={{
          desk,
          cancel: `${paths.dates}/${row.id}/cancel`,
          page: `/meetings/${row.id}`,
          minutes: manageMinutesPath(row.id),
          calendar: `${paths.public.replace(/\/meetings$/, '')}/events/${row.id}.ics`,
        }}
      />
    ),
  })
}

/** The small map with the meeting's place, and what is odd about it. */
async function placeOf(context: Context, neighbourhoodId: number, row: PlannedRow) {
  const { location } = row.meeting
  const marks = location ? [[location.longitude, location.latitude]] : []
  const map = location ? await drawnMap(context.published, neighbourhoodId, undefined, marks) : null
  const metres = location ? await metresFromOutline(context.published, neighbourhoodId, location) : null
  const isSomewhere = row.place !== '' || row.address !== ''
  return {
    map: map && map.marks.length > 0 ? map : null,
    doubt: doubtAbout({ location, isSomewhere }, metres, map === null || map.marks.length > 0),
  }
}

/** The minutes that the agenda takes, and those between the meeting's beginning and end; null where it has no end. */
function lengthsOf({ starts_at, ends_at }: PlannedRow, planned: number) {
  return { planned, meeting: ends_at && Math.round((ends_at.getTime() - starts_at.getTime()) / 60_000) }
}
