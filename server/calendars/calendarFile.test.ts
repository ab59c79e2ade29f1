import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { londonInstant } from '../../shared/time/london.ts'
import type { MeetingRow } from '../meetings/queries.ts'
import { calendarFile } from './calendarFile.ts'

const publicUrl = 'https://patch.example:8443'
const place = { code: 'SP1', name: 'Silver Pit', force: { id: 'dogger', name: 'Dogger Constabulary', invented: true } }
const anEvent = (given: Partial<MeetingRow> = {}): MeetingRow => ({
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
  meeting: null,
  ...given,
})
const subscription = {
  name: 'Meetings, drop-ins; and more in Silver Pit',
  description: 'Whatever is announced,\nand whatever is cancelled',
  source: `${publicUrl}/feeds/neighbourhoods/dogger/SP1.ics`,
}

/** Reads a file with a parser that is not ours. */
function parsed(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
  const [event] = events
  if (!event) throw new Error('No event in the file')
  return { calendar, events, event }
}
const instant = (time: ICAL.Time) => time.toJSDate().toISOString()

describe('a calendar file, read by another program', () => {
  it('holds one event with all that is known of it', () => {
    const { calendar, event } = parsed(calendarFile(place, [anEvent()], { publicUrl }))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    expect(event.uid).toBe('event-12@patch.example')
    expect(event.sequence).toBe(3)
    expect(event.summary).toBe('Neighbourhood meeting; all welcome, Silver Pit')
    expect(event.location).toBe('Community hall, 1 Outer Row')
    expect(event.description).toBe('Say what matters,\nor listen. C:\\ŵ')
    expect([instant(event.startDate), instant(event.endDate)]).toEqual([
      '2027-07-08T18:00:00.000Z',
      '2027-07-08T19:30:00.000Z',
    ])
    expect(event.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-24T12:00:00Z')
    expect(event.component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(event.component.getFirstPropertyValue('url')).toBe(
      `${publicUrl}/neighbourhoods/dogger/SP1/priorities#event-12`,
    )
  })

  it('says how to take part in a meeting that people can follow, in their language', () => {
    const meeting = {
      attendance: 'hybrid',
      accessNotes: 'Step-free, hearing loop',
      location: { longitude: 2.3, latitude: 54.7 },
      joinCode: 'CDF379',
      phase: 'planned',
    } as const
    const { event } = parsed(calendarFile(place, [anEvent({ meeting })], { publicUrl }))
    expect(event.description).toContain(`${publicUrl}/meetings/12`)
    expect(event.description).toContain('CDF 379')
    expect(event.description).toContain('Step-free, hearing loop')
    expect(event.component.getFirstPropertyValue('geo')).toEqual([54.7, 2.3])
    expect(event.component.getFirstPropertyValue('url')).toBe(`${publicUrl}/meetings/12`)
    const welsh = parsed(calendarFile(place, [anEvent({ meeting })], { publicUrl, language: 'cy' })).event
    expect(welsh.component.getFirstPropertyValue('url')).toBe(`${publicUrl}/cy/meetings/12`)
    expect(welsh.uid).toBe(event.uid)
  })

  it('keeps the name of an event that changes, and counts its changes', () => {
    const before = parsed(calendarFile(place, [anEvent()], { publicUrl })).event
    const later = anEvent({ revision: 4, place: 'Library', updated_at: new Date('2026-12-01T09:00:00Z') })
    const { event } = parsed(calendarFile(place, [later], { publicUrl }))
    expect(event.uid).toBe(before.uid)
    expect(event.sequence).toBeGreaterThan(before.sequence)
    expect(event.location).toBe('Library, 1 Outer Row')
  })

  it('says that an event is cancelled, and no end where there is none', () => {
    const cancelled = anEvent({ ends_at: null, cancelled_at: new Date('2026-11-24T12:00:00Z'), revision: 5 })
    const { event } = parsed(calendarFile(place, [cancelled], { publicUrl }))
    expect(event.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(event.component.hasProperty('dtend')).toBe(false)
  })

  it.each([
    ['in winter', '2026-12-08', '19:00', '2026-12-08T19:00:00.000Z'],
    ['in summer', '2027-07-08', '19:00', '2027-07-08T18:00:00.000Z'],
    ['the evening before the clocks go forward', '2027-03-27', '19:00', '2027-03-27T19:00:00.000Z'],
    ['the evening after they went forward', '2027-03-28', '19:00', '2027-03-28T18:00:00.000Z'],
    ['the evening before they go back', '2027-10-30', '19:00', '2027-10-30T18:00:00.000Z'],
    ['the evening after they went back', '2027-10-31', '19:00', '2027-10-31T19:00:00.000Z'],
    ['in the hour that comes twice', '2027-10-31', '01:30', '2027-10-31T00:30:00.000Z'],
  ])('begins when clocks in Britain show it: %s', (_when, day, time, utc) => {
    const { event } = parsed(
      calendarFile(place, [anEvent({ starts_at: londonInstant(day, time) as Date, ends_at: null })], { publicUrl }),
    )
    expect(instant(event.startDate)).toBe(utc)
  })

  it('takes long Welsh titles and every other sign', () => {
    const title = `${'Cyfarfod cymdogaeth Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, ŵŷâô; '.repeat(3)}"😀\\`
    const description = 'ŵŷ€😀'.repeat(200)
    const file = calendarFile(place, [anEvent({ title, description })], { publicUrl })
    const { event } = parsed(file)
    expect(event.summary).toBe(`${title}, Silver Pit`)
    expect(event.description).toBe(description)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file).not.toMatch(/[^\r]\n/)
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
  })

  it('cannot be broken by what somebody typed', () => {
    const typed = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:other'
    const { events, event } = parsed(
      calendarFile(place, [anEvent({ title: typed, description: typed, place: typed })], { publicUrl, subscription }),
    )
    expect(events).toHaveLength(1)
    expect(event.summary).toContain('END:VEVENT')
  })
})

describe('a subscription', () => {
  const rows = [anEvent(), anEvent({ id: 13, cancelled_at: new Date(), revision: 2 }), anEvent({ id: 14, revision: 1 })]

  it('holds every event, says what it is, and how often to ask', () => {
    const { calendar, events } = parsed(calendarFile(place, rows, { publicUrl, subscription }))
    expect(events.map(({ uid }) => uid)).toEqual([12, 13, 14].map((id) => `event-${id}@patch.example`))
    for (const name of ['name', 'x-wr-calname'])
      expect(calendar.getFirstPropertyValue(name)?.toString().replaceAll('\\', '')).toBe(subscription.name)
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT4H')
    expect(calendar.getFirstPropertyValue('source')).toBe(subscription.source)
  })

  it('is a calendar without events where none is announced', () => {
    const calendar = new ICAL.Component(ICAL.parse(calendarFile(place, [], { publicUrl, subscription })))
    expect(calendar.getAllSubcomponents('vevent')).toEqual([])
  })
})
