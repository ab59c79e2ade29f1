import { describe, expect, it } from 'vitest'
import {
  aDevice,
  aMeetingState,
  anItem,
  aResidentChair,
  idOf,
  Meeting,
  noon,
} from '../../test/support/builders/live.ts'
import type { MeetingChange } from '../live/changes.ts'
import type { Command } from '../live/commands.ts'
import { decide } from '../live/decide.ts'
import type { Actor } from '../live/decision.ts'
import { reduce } from '../live/reduce.ts'
import { emptyMeeting, usualSettings } from '../live/state.ts'
import { linesOfKind, minutesOf, unansweredQuestions } from './minutesOf.ts'
import { isDecided, replayOf } from './replay.ts'

/** A meeting that keeps its log. */
class Logged {
  log: MeetingChange[] = [
    {
      kind: 'meeting:planned',
      detail: { settings: usualSettings, items: [anItem(1), anItem(2), anItem(3)] },
      sequence: 1,
      at: noon,
    },
  ]
  get state() {
    return this.log.reduce(reduce, emptyMeeting)
  }
  /** Sends a command so many minutes after noon; it must be taken. */
  at(minute: number, kind: Command['kind'], detail: object = {}, actor: Actor = { kind: 'chair', isTeam: true }): this {
    const at = noon + minute * 60_000
    const given = { now: at, isCancelled: false, online: 12, devicesBehind: () => 0 }
    const decision = decide(this.state, { kind, detail } as Command, actor, given)
    const [change] = decision.ok ? decision.changes : []
    if (!change) throw new Error(`${kind} was not taken`)
    this.log.push({ ...change, sequence: this.log.length + 1, at } as MeetingChange)
    return this
  }
}

const line = (number: number, given: object = {}) => ({
  entry: { id: idOf(number), item: null, kind: 'note', text: `Line ${number}`, owner: '', dueOn: null, ...given },
})
const question = (number: number, given: object = {}) => ({
  question: idOf(number),
  text: `Question ${number}?`,
  name: null,
  item: null,
  ...given,
})
const minutes = (meeting: Logged) => minutesOf(meeting.state, meeting.log)
const time = (minute: number) => noon + minute * 60_000

describe('minutes', () => {
  it('tell items in the order in which they were really taken, with their times', () => {
    const meeting = new Logged()
      .at(0, 'meeting:start')
      .at(5, 'meeting:goto', { item: idOf(3) })
      .at(7, 'meeting:pause')
      .at(9, 'meeting:resume')
      .at(10, 'meeting:goto', { item: idOf(1) })
      .at(12, 'meeting:close')
    const { items, notTaken, startedAt, closedAt, attendance } = minutes(meeting)
    expect(items.map(({ title, spans }) => [title, spans])).toEqual([
      [
        'Item 1',
        [
          { from: time(0), to: time(5) },
          { from: time(10), to: time(12) },
        ],
      ],
      ['Item 3', [{ from: time(5), to: time(10) }]],
    ])
    expect(notTaken.map(({ title }) => title)).toEqual(['Item 2'])
    expect([startedAt, closedAt]).toEqual([time(0), time(12)])
    expect(attendance).toEqual({ room: null, online: 12 })
  })

  it('go on where a meeting that was closed by accident was opened again', () => {
    const meeting = new Logged()
      .at(0, 'meeting:start')
      .at(5, 'meeting:close')
      .at(6, 'meeting:reopen')
      .at(9, 'meeting:close')
    expect(minutes(meeting).items[0]?.spans).toEqual([
      { from: time(0), to: time(5) },
      { from: time(6), to: time(9) },
    ])
  })

  it('hold notes, decisions and actions under their item, whenever they are shown', () => {
    const meeting = new Logged()
      .at(0, 'meeting:start')
      .at(1, 'settings:change', { minutesShown: 'end' })
      .at(2, 'minutes:add', line(10, { item: idOf(1) }))
      .at(3, 'minutes:add', line(11, { item: idOf(2), kind: 'action', owner: 'PC Example', dueOn: '2026-10-01' }))
      .at(4, 'minutes:add', line(12, { kind: 'decision' }))
    const found = minutes(meeting)
    expect(found.items.map(({ title, lines }) => [title, lines.map(({ text }) => text)])).toEqual([
      ['Item 1', ['Line 10']],
      ['Item 2', ['Line 11']], // never on, but something was written about it
    ])
    expect(found.lines.map(({ text }) => text)).toEqual(['Line 12'])
    expect(linesOfKind(found, 'action')).toMatchObject([
      { line: { owner: 'PC Example', dueOn: '2026-10-01' }, item: { title: 'Item 2' } },
    ])
    expect(linesOfKind(found, 'decision')).toMatchObject([{ item: null }])
  })

  it('say what became of each question, and leave out those that were hidden or never shown', () => {
    const phone = aDevice()
    const meeting = new Logged()
      .at(0, 'meeting:start')
      .at(1, 'question:add', question(20, { item: idOf(1) }))
      .at(1, 'question:add', question(21))
      .at(1, 'question:add', question(22))
      .at(1, 'question:add', question(23))
      .at(1, 'question:add', question(24))
      .at(1, 'question:ask', question(25), phone) // waits
      .at(2, 'question:answer', { question: idOf(20), text: '' })
      .at(2, 'question:answer', { question: idOf(21), text: 'Yes.' })
      .at(2, 'question:hide', { question: idOf(22), reason: 'Names somebody' })
      .at(2, 'question:merge', { question: idOf(23), into: idOf(24) })
      .at(3, 'meeting:close')
    const outcomes = () =>
      [...minutes(meeting).items.flatMap(({ questions }) => questions), ...minutes(meeting).questions].map(
        ({ text, outcome, answer, alsoAsked }) => [text, outcome, answer, alsoAsked],
      )
    expect(outcomes()).toEqual([
      ['Question 20?', 'aloud', null, []],
      ['Question 21?', 'words', 'Yes.', []],
      ['Question 24?', 'unanswered', null, ['Question 23?']],
    ])
    expect(unansweredQuestions(meeting.state).map(({ text }) => text)).toEqual(['Question 24?'])
    meeting.at(60, 'question:answer', { question: idOf(24), text: 'It was mended.' })
    expect(outcomes()[2]).toEqual(['Question 24?', 'later', 'It was mended.', ['Question 23?']])
    expect(unansweredQuestions(meeting.state)).toEqual([])
    expect(JSON.stringify(minutes(meeting))).not.toMatch(/Names somebody|Question 22|Question 25/)
  })

  it('take an answer that was put off again for none', () => {
    const meeting = new Logged()
      .at(0, 'meeting:start')
      .at(1, 'question:add', question(20))
      .at(2, 'question:answer', { question: idOf(20), text: 'Yes.' })
      .at(3, 'question:later', { question: idOf(20) })
    expect(minutes(meeting).questions).toMatchObject([{ outcome: 'unanswered', answer: null, answeredAt: null }])
  })
})

describe('a replay', () => {
  const phone = aDevice()
  const meeting = new Logged()
    .at(0, 'meeting:start')
    .at(1, 'question:ask', question(20), phone)
    .at(2, 'question:approve', { question: idOf(20) })
    .at(3, 'question:add', question(21))
    .at(4, 'question:hide', { question: idOf(21), reason: 'Rude' })
    .at(5, 'minutes:add', line(30, { kind: 'decision', text: 'Frist draft' }))
    .at(6, 'minutes:add', line(31, { text: 'Taken out' }))
    .at(7, 'meeting:next', { from: idOf(1) })
    .at(8, 'question:answer', { question: idOf(20), text: '' })
    .at(9, 'meeting:close')
    .at(20, 'minutes:add', line(32, { kind: 'action' }), aResidentChair)
  meeting
    .at(21, 'minutes:change', {
      entry: idOf(30),
      seen: meeting.state.minutes[0]?.revision,
      set: { text: 'First draft' },
    })
    .at(22, 'minutes:remove', { entry: idOf(31), seen: meeting.state.minutes[1]?.revision })
    .at(23, 'minutes:publish')

  it('tells what everyone may know, at the time at which it came about, in the words that were approved', () => {
    const told = replayOf(meeting.log).map(({ at, sequence: _sequence, ...event }) => [
      (at - noon) / 60_000,
      event.kind,
      'text' in event ? event.text : 'line' in event ? event.line.text : 'title' in event ? event.title : '',
    ])
    expect(told).toEqual([
      [0, 'started', 'Item 1'],
      [2, 'asked', 'Question 20?'],
      [5, 'line', 'First draft'],
      [7, 'item', 'Item 2'],
      [8, 'answered', 'Question 20?'],
      [9, 'closed', ''],
      [20, 'line', 'Line 32'],
      [23, 'published', ''],
    ])
    expect(JSON.stringify(replayOf(meeting.log))).not.toMatch(/Rude|Question 21|Frist|Taken out/)
  })

  it('can be of decisions and actions only', () => {
    expect(
      replayOf(meeting.log)
        .filter(isDecided)
        .map(({ at }) => (at - noon) / 60_000),
    ).toEqual([5, 20])
  })
})

it('a meeting of which nothing happened has empty minutes', () => {
  expect(minutesOf(new Meeting(aMeetingState()).state, [])).toMatchObject({ items: [], startedAt: null, lines: [] })
})
