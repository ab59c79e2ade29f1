import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { type NamedPlace, placePath } from '../priorities/bodies.ts'
import type { EventRow } from '../priorities/queries.ts'

/** What a subscription says of itself beside its events. */
export interface Subscription {
  name: string
  description: string
  /** Its own full address. */
  source: string
}

/** A calendar that has subscribed should ask again after so long. */
const refreshSeconds = 4 * 3600

/**
 * Events of a neighbourhood as an iCalendar file (RFC 5545). The UID of an event stays, and its SEQUENCE grows with every change, so that a
 * calendar that has it already takes the newer one, and a cancelled one as such. Times are instants in UTC, right whatever the clocks do.
 * @param publicUrl address at which people reach the service
 * @param subscription what a calendar that asks again needs to know; undefined for a file that is taken once
 */
export function calendarFile(
  place: NamedPlace,
  events: readonly EventRow[],
  publicUrl: string,
  subscription?: Subscription,
): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Our Patch', product: 'Our Patch', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  })
  if (subscription)
    calendar
      .name(textValue(subscription.name))
      .description(textValue(subscription.description))
      .source(subscription.source)
      .ttl(refreshSeconds)
      .x('X-WR-TIMEZONE', 'Europe/London')
  for (const event of events) calendar.createEvent(entryOf(place, event, publicUrl))
  return `${calendar.toString()}\r\n` // every line has an end, the last one too
}

function entryOf(place: NamedPlace, event: EventRow, publicUrl: string) {
  const where = [event.place, event.address].filter(Boolean).join(', ')
  const words = [event.description, event.online_url].filter(Boolean).join('\n\n')
  return {
    id: `event-${event.id}@${new URL(publicUrl).hostname}`,
    sequence: event.revision,
    stamp: event.updated_at,
    created: event.created_at,
    lastModified: event.updated_at,
    start: event.starts_at,
    end: event.ends_at,
    summary: `${event.title}, ${place.name}`,
    location: where ? { title: where } : null,
    description: words ? { plain: words } : null,
    url: event.online_url || `${publicUrl}${placePath(place)}/priorities#event-${event.id}`,
    status: event.cancelled_at ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

/** A text value (RFC 5545, 3.3.11). The library writes the name and description of a calendar as they are. */
function textValue(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}
