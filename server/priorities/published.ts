import type { Context } from '../context.ts'
import { eventsBodyOf, type NamedPlace, prioritiesBodyOf } from './bodies.ts'
import { comingEvents, plannedMeetings, prioritiesOf } from './queries.ts'
import { trueUntil } from './rules.ts'

/** What a neighbourhood has published of priorities and coming events, and until when that is true if nobody changes it. */
export async function publishedBy(context: Pick<Context, 'published' | 'clock'>, place: NamedPlace & { id: number }) {
  const { published } = context
  const now = context.clock()
  const [priorities, events, withAgenda] = await Promise.all([
    prioritiesOf(published, place.id),
    comingEvents(published, place.id, now),
    plannedMeetings(published, place.id),
  ])
  return {
    priorities: prioritiesBodyOf(place, priorities, now),
    events: eventsBodyOf(place, events),
    /** Which of the events are meetings with a page of their own. */
    withAgenda,
    trueUntil: trueUntil(events, now),
  }
}
