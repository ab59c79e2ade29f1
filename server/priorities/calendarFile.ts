import { type NamedPlace, placePath } from './bodies.ts'
import type { EventRow } from './queries.ts'

const lineOctets = 75

/**
 * One event as an iCalendar file (RFC 5545). Its UID stays and its SEQUENCE grows with every change, so that a calendar that has it already
 * takes the newer one, and a cancelled one as such.
 * @param publicUrl address at which people reach the service
 */
export function calendarFile(place: NamedPlace, event: EventRow, publicUrl: string): string {
  const page = `${publicUrl}${placePath(place)}/priorities#event-${event.id}`
  const where = [event.place, event.address].filter(Boolean).join(', ')
  const words = [event.description, event.online_url].filter(Boolean).join('\n\n')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Our Patch//Our Patch//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:event-${event.id}@${new URL(publicUrl).hostname}`,
    `DTSTAMP:${stamp(event.updated_at)}`,
    `SEQUENCE:${event.revision}`,
    `DTSTART:${stamp(event.starts_at)}`,
    ...(event.ends_at ? [`DTEND:${stamp(event.ends_at)}`] : []),
    `SUMMARY:${escaped(`${event.title}, ${place.name}`)}`,
    ...(where ? [`LOCATION:${escaped(where)}`] : []),
    ...(words ? [`DESCRIPTION:${escaped(words)}`] : []),
    `URL:${event.online_url || page}`,
    `STATUS:${event.cancelled_at ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** An instant in UTC: 20261208T190000Z. */
function stamp(instant: Date): string {
  return instant.toISOString().replace(/[-:]|\.\d+/g, '')
}

/** A text value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Lines of at most 75 octets, the rest carried on after a space; no character is cut in two. */
function folded(line: string): string {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > lineOctets) {
      pieces.push(piece)
      piece = ''
      octets = 1 // the space that it begins with
    }
    piece += character
    octets += size
  }
  return [...pieces, piece].join('\r\n ')
}
