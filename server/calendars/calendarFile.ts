import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { spacedJoinCode } from '../../shared/live/joinCode.ts'
import { meetingPath } from '../meetings/bodies.ts'
import type { MeetingRow } from '../meetings/queries.ts'
import { type NamedPlace, placePath } from '../priorities/bodies.ts'
import { translator } from '../web/translate.ts'

/** What a subscription says of itself beside its events. */
export interface Subscription {
  name: string
  description: string
  /** Its own full address. */
  source: string
}

interface Written {
  /** Address at which people reach the service. */
  publicUrl: string
  language?: Language
  /** What a calendar that asks again needs to know; left out for a file that is taken once. */
  subscription?: Subscription
}

/** A calendar that has subscribed should ask again after so long. */
const refreshSeconds = 4 * 3600

/**
 * Events of a neighbourhood as an iCalendar file (RFC 5545). The UID of an event stays, and its SEQUENCE grows with every change, so that a
 * calendar that has it already takes the newer one, and a cancelled one as such. Times are instants in UTC, right whatever the clocks do.
 */
export function calendarFile(
  place: NamedPlace,
  events: readonly MeetingRow[],
  { publicUrl, language = 'en', subscription }: Written,
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
  for (const event of events) calendar.createEvent(entryOf(place, event, publicUrl, language))
  return `${calendar.toString()}\r\n` // every line has an end, the last one too
}

function entryOf(place: NamedPlace, event: MeetingRow, publicUrl: string, language: Language) {
  const { meeting } = event
  const where = [event.place, event.address].filter(Boolean).join(', ')
  const address = (path: string) => publicUrl + localPath(language, path)
  const page = meeting && address(meetingPath(event.id))
  const words = [event.description, ...meetingWords(event, page ?? '', language), event.online_url].filter(Boolean)
  return {
    id: `event-${event.id}@${new URL(publicUrl).hostname}`,
    sequence: event.revision,
    stamp: event.updated_at,
    created: event.created_at,
    lastModified: event.updated_at,
    start: event.starts_at,
    end: event.ends_at,
    summary: `${event.title}, ${place.name}`,
    location: where ? { title: where, ...geoOf(meeting) } : null,
    description: words.length > 0 ? { plain: words.join('\n\n') } : null,
    url: page ?? (event.online_url || address(`${placePath(place)}/priorities#event-${event.id}`)),
    status: event.cancelled_at ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

/** How to take part in a meeting that people can follow, and what is to be known of its place. */
function meetingWords({ meeting, cancelled_at }: MeetingRow, page: string, language: Language): string[] {
  if (!meeting || cancelled_at) return []
  const t = translator(language)
  const code = spacedJoinCode(meeting.joinCode)
  const notes = meeting.accessNotes
  return [
    t('meetings:calendarJoin', { address: page, code }),
    ...(notes ? [t('meetings:calendarAccess', { notes })] : []),
  ]
}

function geoOf(meeting: MeetingRow['meeting']) {
  const location = meeting?.location
  return location ? { geo: { lat: location.latitude, lon: location.longitude } } : {}
}

/** A text value (RFC 5545, 3.3.11). The library writes the name and description of a calendar as they are. */
function textValue(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}
