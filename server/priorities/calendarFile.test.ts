import { expect, it } from 'vitest'
import { calendarFile } from './calendarFile.ts'
import type { EventRow } from './queries.ts'

const place = { code: 'SP1', name: 'Silver Pit', force: { id: 'dogger', name: 'Dogger Constabulary', invented: true } }
const event: EventRow = {
  id: 12,
  neighbourhood_id: 1,
  kind: 'meeting',
  title: 'Neighbourhood meeting; all welcome',
  description: 'Say what matters,\nor listen. C:\\ŵ',
  place: 'Community hall',
  address: '1 Outer Row',
  online_url: '',
  starts_at: new Date('2027-07-08T18:00:00Z'),
  ends_at: new Date('2027-07-08T19:30:00Z'),
  cancelled_at: null,
  revision: 3,
  created_at: new Date('2026-11-01T10:00:00Z'),
  updated_at: new Date('2026-11-24T12:00:00.123Z'),
}

it('a calendar file holds one event, escaped and in UTC', () => {
  const unfolded = calendarFile(place, event, 'https://patch.example:8443').replaceAll('\r\n ', '')
  expect(unfolded.split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Our Patch//Our Patch//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:event-12@patch.example',
    'DTSTAMP:20261124T120000Z',
    'SEQUENCE:3',
    'DTSTART:20270708T180000Z',
    'DTEND:20270708T193000Z',
    'SUMMARY:Neighbourhood meeting\\; all welcome\\, Silver Pit',
    'LOCATION:Community hall\\, 1 Outer Row',
    'DESCRIPTION:Say what matters\\,\\nor listen. C:\\\\ŵ',
    'URL:https://patch.example:8443/neighbourhoods/dogger/SP1/priorities#event-12',
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})

it('no line is longer than 75 octets, and no character is cut in two', () => {
  const description = 'ŵŷ€😀'.repeat(60)
  const file = calendarFile(place, { ...event, description }, 'https://patch.example')
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(file.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${description}\r\n`)
})

it('a cancelled event says so, and one without an end has none', () => {
  const file = calendarFile(place, { ...event, ends_at: null, cancelled_at: event.updated_at }, 'https://patch.example')
  expect(file).toContain('STATUS:CANCELLED')
  expect(file).not.toContain('DTEND')
})
