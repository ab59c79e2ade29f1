import { type Request, Router } from 'express'
import { oneMeetingBody } from '../../shared/api/meetings.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { meetingParameter } from '../live/schemas.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { placeOf } from '../priorities/bodies.ts'
import { meetingBodyOf, meetingPath } from './bodies.ts'
import { placeOfEvent, plannedMeeting } from './queries.ts'

/** The meeting of an address, wherever it is, and its neighbourhood. @throws AppError NOT_FOUND */
export async function askedMeeting(context: Pick<Context, 'published'>, request: Request) {
  const id = meetingParameter.safeParse(request.params['meeting'])
  const row = id.success ? await plannedMeeting(context.published, id.data) : undefined
  const place = row && (await placeOfEvent(context.published, row.id))
  if (!row || !place) throw new AppError('NOT_FOUND')
  return { row, neighbourhood: await requireNeighbourhood(context.published, place.force, place.code) }
}

/** One meeting as JSON, under /api/v1: how it stands at this moment, as everyone sees it. */
export function meetingTwin(context: Context): Router {
  const router = Router()
  router.get('/meetings/:meeting', async (request, response) => {
    const { row, neighbourhood } = await askedMeeting(context, request)
    const state = (await context.live.rooms.get(row.id))?.seenBy('everyone')
    if (!state) throw new AppError('NOT_FOUND')
    const meeting = meetingBodyOf(neighbourhood, row, state.items)
    const instant = (time: number | null) => (time === null ? null : new Date(time).toISOString())
    response.set('Cache-Control', 'no-store').json(
      oneMeetingBody.parse({
        ...placeOf(neighbourhood),
        meeting: { ...meeting, plan: meeting.plan && { ...meeting.plan, phase: state.phase } },
        sequence: state.sequence,
        changes: `/api/v1${meetingPath(row.id)}/changes`,
        startedAt: instant(state.startedAt),
        closedAt: instant(state.closedAt),
        currentItem: state.phase === 'running' ? state.currentItem : null,
      }),
    )
  })
  return router
}
