import { type Request, Router } from 'express'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Panel } from '../../shared/live/itemKinds.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { rowNumber } from '../web/fields.ts'
import { neighbourhoodOfMeeting } from './meetingQueries.ts'
import { panelsHtml } from './panels.tsx'

/**
 * `/meetings/{meeting}/panels/{item}` in one language: the live panels of an agenda item as an HTML fragment, answered from memory. An item
 * that shows none gives an empty one.
 */
export function panelFragments(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/meetings/:meeting/panels/:item',
    cachedAnswers(
      context,
      'panel',
      async (request) => ({
        type: 'text/html; charset=utf-8',
        ...(await fragment(context, language, request)),
        cacheControl: askAgain,
      }),
      // What an item shows can change while the meeting runs; who asks then asks because it has.
      async (request) => (await askedPanels(context, request)).panels.join(' '),
    ),
  )
  return router
}

async function fragment(context: Context, language: Language, request: Request) {
  const { meeting, panels } = await askedPanels(context, request)
  const place = await neighbourhoodOfMeeting(context.published, meeting)
  if (!place) throw new AppError('NOT_FOUND')
  const neighbourhood = await requireNeighbourhood(context.published, place.forceId, place.code)
  const isGood = context.counts.look(`concerns ${neighbourhood.id}`)
  return { body: await panelsHtml(context, language, neighbourhood, panels, `/meetings/${meeting}`), isGood }
}

/** What the item of an address shows. @throws AppError NOT_FOUND when there is no such meeting or item */
async function askedPanels(context: Context, request: Request): Promise<{ meeting: number; panels: Panel[] }> {
  const meeting = rowNumber.safeParse(request.params['meeting'])
  const room = meeting.success ? await context.live.rooms.get(meeting.data) : undefined
  const item = room?.state.items.find(({ id }) => id === request.params['item'])
  if (!room || !item) throw new AppError('NOT_FOUND')
  return { meeting: room.meeting, panels: item.shows }
}
