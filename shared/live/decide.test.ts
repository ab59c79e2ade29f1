import { describe, expect, it } from 'vitest'
import {
  aChair,
  aDevice,
  aMeetingState,
  anItem,
  aResidentChair,
  idOf,
  Meeting,
} from '../../test/support/builders/live.ts'
import { itemClock } from './clock.ts'
import { commandRules } from './commandRules.ts'
import { type CommandKind, commandDetails } from './commands.ts'

const started = () => {
  const meeting = new Meeting()
  meeting.send({ kind: 'meeting:start', detail: {} })
  return meeting
}
const ask = (number: number, text = 'Why?') => ({
  kind: 'question:ask' as const,
  detail: { question: idOf(number), text, name: null, item: null },
})
const question = (meeting: Meeting, number: number) => meeting.state.questions.find(({ id }) => id === idOf(number))
const open = (meeting: Meeting) => meeting.send({ kind: 'settings:change', detail: { questionsModerated: false } })

describe('moving through the agenda', () => {
  it('[M20] starts with the first item and goes on one by one', () => {
    const meeting = started()
    expect(meeting.state).toMatchObject({ phase: 'running', currentItem: idOf(1) })
    expect(meeting.send({ kind: 'meeting:next', detail: { from: idOf(1) } }).ok).toBe(true)
    expect(meeting.state.currentItem).toBe(idOf(2))
    expect(meeting.state.items.map((item) => item.isDone)).toEqual([true, false, false])
    meeting.send({ kind: 'meeting:back', detail: { from: idOf(2) } })
    expect(meeting.state.currentItem).toBe(idOf(1))
    expect(meeting.state.items.map((item) => item.isDone)).toEqual([false, false, false])
  })

  it('[M21] moves on by one when two chairs press next at once, and tells the second', () => {
    const meeting = started()
    const next = { kind: 'meeting:next' as const, detail: { from: idOf(1) } }
    expect(meeting.send(next)).toMatchObject({ ok: true })
    expect(meeting.send(next)).toEqual({ ok: false, reason: 'moved-already' })
    expect(meeting.state.currentItem).toBe(idOf(2))
  })

  it('[M20] refuses to go before the first and beyond the last', () => {
    const meeting = started()
    expect(meeting.send({ kind: 'meeting:back', detail: { from: idOf(1) } })).toMatchObject({
      reason: 'no-item-before',
    })
    meeting.send({ kind: 'meeting:goto', detail: { item: idOf(3) } })
    expect(meeting.send({ kind: 'meeting:next', detail: { from: idOf(3) } })).toMatchObject({ reason: 'no-next-item' })
  })

  it('[M22] counts the time of what is on, not of a pause, and adds up what comes back', () => {
    const meeting = started()
    const spent = (number: number) => {
      const item = meeting.state.items.find(({ id }) => id === idOf(number))
      return item && itemClock(item, meeting.now).spentMs
    }
    meeting.wait(59).send({ kind: 'meeting:pause', detail: {} })
    expect(spent(1)).toBe(60_000)
    meeting.wait(600).send({ kind: 'meeting:resume', detail: {} })
    expect(spent(1)).toBe(60_000)
    meeting.wait(29).send({ kind: 'meeting:next', detail: { from: idOf(1) } })
    expect([spent(1), spent(2)]).toEqual([90_000, 0])
    meeting.wait(9).send({ kind: 'meeting:back', detail: { from: idOf(2) } })
    meeting.wait(10)
    expect([spent(1), spent(2)]).toEqual([100_000, 10_000])
  })

  it('[M22] lets the clock wait when the meeting moves on during a pause', () => {
    const meeting = started()
    meeting.send({ kind: 'meeting:pause', detail: {} })
    meeting.send({ kind: 'meeting:next', detail: { from: idOf(1) } })
    expect(meeting.state.items[1]?.runningSince).toBeNull()
    meeting.send({ kind: 'meeting:resume', detail: {} })
    expect(meeting.state.items[1]?.runningSince).toBe(meeting.now)
  })

  it('[M23] keeps the item that is on, and items of which there are minutes', () => {
    const meeting = started()
    const drop = (number: number) => meeting.send({ kind: 'agenda:drop', detail: { item: idOf(number) } })
    expect(drop(1)).toMatchObject({ reason: 'item-is-on' })
    const entry = { id: idOf(50), item: idOf(2), kind: 'note' as const, text: 'Said', owner: '', dueOn: null }
    meeting.send({ kind: 'minutes:add', detail: { entry } })
    expect(drop(2)).toMatchObject({ reason: 'item-has-minutes' })
    expect(drop(3).ok).toBe(true)
  })

  it('[M24] puts items in order, and leaves out panels that a kind cannot show', () => {
    const meeting = new Meeting()
    const item = anItem(4, { kind: 'break', shows: ['figures'] })
    meeting.send({ kind: 'agenda:add', detail: { item, before: idOf(2) } })
    meeting.send({ kind: 'agenda:move', detail: { item: idOf(3), before: idOf(1) } })
    expect(meeting.state.items.map(({ title }) => title)).toEqual(['Item 3', 'Item 1', 'Item 4', 'Item 2'])
    expect(meeting.state.items[2]?.shows).toEqual([])
  })
})

describe('questions', () => {
  it('[M30] wait for the chair when it chose so, and before the start always', () => {
    const early = new Meeting()
    open(early)
    early.send(ask(10), aDevice())
    expect(question(early, 10)).toMatchObject({ state: 'waiting', isPublic: false })
    const meeting = started()
    meeting.send(ask(10), aDevice())
    expect(question(meeting, 10)?.isPublic).toBe(false)
    open(meeting)
    meeting.send(ask(11), aDevice())
    expect(question(meeting, 11)).toMatchObject({ state: 'open', isPublic: true, backings: 1 })
  })

  it('[M31] are as many a device as the setting says, hidden ones counted and answered ones not', () => {
    const meeting = started()
    const asked = [1, 2, 3].map((number) => idOf(number + 9))
    for (const number of [10, 11, 12]) meeting.send(ask(number), aDevice())
    const again = () => meeting.send(ask(13), aDevice({ asked }))
    expect(again()).toMatchObject({ reason: 'too-many-questions' })
    meeting.send({ kind: 'question:hide', detail: { question: idOf(10), reason: 'A name in it' } })
    expect(again()).toMatchObject({ reason: 'too-many-questions' })
    meeting.send({ kind: 'question:approve', detail: { question: idOf(11) } })
    meeting.send({ kind: 'question:answer', detail: { question: idOf(11), text: '' } })
    expect(again().ok).toBe(true)
  })

  it('[M32] are backed once a device, and by nobody who cannot see them', () => {
    const meeting = started()
    meeting.send(ask(10), aDevice())
    const back = (backed: string[] = []) =>
      meeting.send({ kind: 'question:back', detail: { question: idOf(10) } }, aDevice({ backed }))
    expect(back()).toMatchObject({ reason: 'no-such-question' })
    meeting.send({ kind: 'question:approve', detail: { question: idOf(10) } })
    back()
    expect(question(meeting, 10)?.backings).toBe(2)
    expect(back([idOf(10)])).toEqual({ ok: true, changes: [] })
    expect(question(meeting, 10)?.backings).toBe(2)
  })

  it('[M33] are merged with the number of devices behind both, and later backings go to the one that stays', () => {
    const meeting = started()
    open(meeting)
    for (const number of [10, 11]) meeting.send(ask(number), aDevice())
    const merge = { kind: 'question:merge' as const, detail: { question: idOf(11), into: idOf(10) } }
    meeting.send(merge, aChair, { devicesBehind: () => 2 })
    expect(question(meeting, 10)?.backings).toBe(2)
    meeting.send({ kind: 'question:back', detail: { question: idOf(11) } }, aDevice())
    expect(question(meeting, 10)?.backings).toBe(3)
    expect(meeting.send({ kind: 'question:merge', detail: { question: idOf(10), into: idOf(11) } })).toMatchObject({
      reason: 'no-such-question',
    })
  })

  it('[M34] that are public do not go up in one that is not', () => {
    const meeting = started()
    meeting.send(ask(10), aDevice())
    open(meeting)
    meeting.send(ask(11), aDevice())
    const merge = { kind: 'question:merge' as const, detail: { question: idOf(11), into: idOf(10) } }
    expect(meeting.send(merge)).toMatchObject({ reason: 'approve-first' })
  })

  it('[M35] are answered one at a time', () => {
    const meeting = started()
    open(meeting)
    for (const number of [10, 11]) meeting.send(ask(number), aDevice())
    meeting.send({ kind: 'question:answering', detail: { question: idOf(10) } })
    meeting.send({ kind: 'question:answering', detail: { question: idOf(11) } })
    expect(meeting.state.questions.map(({ state }) => state)).toEqual(['open', 'answering'])
  })
})

describe('the speakers’ queue', () => {
  it('[M40] takes one hand a device, which only that device lowers', () => {
    const meeting = started()
    const raise = (number: number, hands: string[] = []) =>
      meeting.send({ kind: 'hand:raise', detail: { hand: idOf(number), name: 'Ann' } }, aDevice({ hands }))
    expect(raise(20).ok).toBe(true)
    expect(raise(21, [idOf(20)])).toMatchObject({ reason: 'hand-is-up' })
    const lower = { kind: 'hand:lower' as const, detail: { hand: idOf(20) } }
    expect(meeting.send(lower, aDevice())).toMatchObject({ reason: 'no-such-hand' })
    meeting.send(lower, aDevice({ hands: [idOf(20)] }))
    expect(raise(22, [idOf(20)]).ok).toBe(true)
  })

  it('[M41] has one speaker at a time', () => {
    const meeting = started()
    for (const number of [20, 21, 22]) meeting.send({ kind: 'queue:add', detail: { hand: idOf(number), name: null } })
    meeting.send({ kind: 'queue:call', detail: { hand: idOf(20) } })
    meeting.send({ kind: 'queue:call', detail: { hand: idOf(22) } })
    expect(meeting.state.queue.map(({ id, speakingSince }) => [id, speakingSince])).toEqual([
      [idOf(21), null],
      [idOf(22), meeting.now],
    ])
  })
})

describe('minutes', () => {
  const entry = { id: idOf(50), item: idOf(1), kind: 'note' as const, text: 'Said', owner: 'Ann', dueOn: '2026-10-01' }

  it('[M50] are never overwritten unseen', () => {
    const meeting = started()
    meeting.send({ kind: 'minutes:add', detail: { entry } })
    const seen = meeting.state.minutes[0]?.revision ?? 0
    const change = (text: string) =>
      meeting.send({ kind: 'minutes:change', detail: { entry: entry.id, seen, set: { text } } })
    expect(change('Said more').ok).toBe(true)
    expect(change('Said less')).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(meeting.state.minutes[0]?.text).toBe('Said more')
  })

  it('[M51] have an owner and a day only for actions', () => {
    const meeting = started()
    meeting.send({ kind: 'minutes:add', detail: { entry } })
    meeting.send({ kind: 'minutes:add', detail: { entry: { ...entry, id: idOf(51), kind: 'action' } } })
    expect(meeting.state.minutes.map(({ owner, dueOn }) => [owner, dueOn])).toEqual([
      ['', null],
      ['Ann', '2026-10-01'],
    ])
  })

  it('[M52] are published by the team only, and can be withdrawn to mend them', () => {
    const meeting = started()
    meeting.send({ kind: 'meeting:close', detail: {} })
    expect(meeting.send({ kind: 'minutes:add', detail: { entry } }, aResidentChair).ok).toBe(true)
    const publish = { kind: 'minutes:publish' as const, detail: {} }
    expect(meeting.send(publish, aResidentChair)).toMatchObject({ reason: 'not-allowed' })
    meeting.send(publish)
    expect(meeting.state.phase).toBe('published')
    expect(meeting.send({ kind: 'minutes:remove', detail: { entry: idOf(50), seen: 1 } })).toMatchObject({
      reason: 'published',
    })
    meeting.send({ kind: 'minutes:withdraw', detail: {} })
    expect(meeting.state.phase).toBe('closed')
  })
})

describe('a closed meeting', () => {
  it('[M60] takes nothing from phones, and from the chair only what belongs to the minutes', () => {
    const meeting = started()
    meeting.send({ kind: 'meeting:close', detail: {} }, aChair, { online: 12 })
    expect(meeting.state.attendance.online).toBe(12)
    const inClose = (Object.keys(commandDetails) as CommandKind[]).filter((kind) =>
      commandRules[kind].in.includes('closed'),
    )
    expect(inClose.sort()).toEqual([
      'attendance:room',
      'meeting:reopen',
      'minutes:add',
      'minutes:change',
      'minutes:publish',
      'minutes:remove',
      'question:answer',
      'question:approve',
      'question:hide',
      'questions:hide',
      'settings:change',
    ])
    expect(meeting.send(ask(10), aDevice())).toMatchObject({ reason: 'closed' })
  })

  it('[M61] is opened again by whoever closed it too early, and goes on where it was', () => {
    const meeting = started()
    meeting.send({ kind: 'meeting:close', detail: {} })
    meeting.send({ kind: 'meeting:reopen', detail: {} })
    expect(meeting.state).toMatchObject({ phase: 'running', closedAt: null, currentItem: idOf(1) })
    for (const kind of ['meeting:close', 'minutes:publish', 'minutes:withdraw'] as const)
      meeting.send({ kind, detail: {} })
    expect(meeting.send({ kind: 'meeting:reopen', detail: {} })).toMatchObject({ reason: 'published' })
  })

  it('[M62] lets the team answer what stayed open', () => {
    const meeting = started()
    open(meeting)
    meeting.send(ask(10), aDevice())
    meeting.send({ kind: 'meeting:close', detail: {} })
    const answer = { kind: 'question:answer' as const, detail: { question: idOf(10), text: 'Yes' } }
    expect(meeting.send(answer, aResidentChair)).toMatchObject({ reason: 'closed' })
    expect(meeting.send(answer).ok).toBe(true)
  })
})

describe('who may what', () => {
  it('[M10] phones send what is a phone’s, and chairs what is a chair’s', () => {
    const meeting = started()
    expect(meeting.send({ kind: 'meeting:close', detail: {} }, aDevice())).toMatchObject({ reason: 'not-allowed' })
    expect(meeting.send(ask(10), aChair)).toMatchObject({ reason: 'not-allowed' })
  })

  it('[M11] a cancelled meeting neither starts nor takes questions', () => {
    const meeting = new Meeting(aMeetingState())
    const cancelled = { isCancelled: true }
    expect(meeting.send({ kind: 'meeting:start', detail: {} }, aChair, cancelled)).toMatchObject({
      reason: 'cancelled',
    })
    expect(meeting.send(ask(10), aDevice(), cancelled)).toMatchObject({ reason: 'cancelled' })
  })
})

describe('many questions at once', () => {
  const numbers = [10, 11, 12, 13]
  const ids = (...of: number[]) => of.map(idOf)
  const flooded = () => {
    const meeting = started()
    for (const number of numbers) meeting.send(ask(number), aDevice())
    return meeting
  }
  const states = (meeting: Meeting) => meeting.state.questions.map(({ state }) => state)

  it('[M36] are hidden by one change where only the chair saw them, and one each where everyone did', () => {
    const meeting = flooded()
    meeting.send({ kind: 'question:approve', detail: { question: idOf(11) } })
    const decision = meeting.send({
      kind: 'questions:hide',
      detail: { questions: ids(10, 11, 12), waiting: [], reason: 'A flood' },
    })
    expect(decision.ok && decision.changes).toEqual([
      { kind: 'questions:hidden', detail: { questions: ids(10, 12), reason: 'A flood' } },
      { kind: 'question:hidden', detail: { question: idOf(11), reason: 'A flood' } },
    ])
    expect(states(meeting)).toEqual(['hidden', 'hidden', 'hidden', 'waiting'])
    expect(meeting.state.questions.map((one) => one.hiddenBecause)).toEqual(['A flood', 'A flood', 'A flood', null])
  })

  it('[M36] are shown, and what is dealt with meanwhile is passed over', () => {
    const meeting = flooded()
    meeting.send({ kind: 'question:hide', detail: { question: idOf(10), reason: 'Rude' } })
    meeting.send({ kind: 'question:approve', detail: { question: idOf(11) } })
    meeting.send({ kind: 'question:answer', detail: { question: idOf(11), text: '' } })
    meeting.send({ kind: 'questions:approve', detail: { questions: ids(...numbers) } })
    expect(states(meeting)).toEqual(['hidden', 'answered', 'open', 'open'])
    const again = meeting.send({ kind: 'questions:approve', detail: { questions: ids(...numbers) } })
    expect(again).toEqual({ ok: true, changes: [] })
    meeting.send({ kind: 'questions:hide', detail: { questions: ids(...numbers), waiting: [], reason: 'All' } })
    expect(states(meeting)).toEqual(['hidden', 'answered', 'hidden', 'hidden'])
    const gone = meeting.send({
      kind: 'questions:hide',
      detail: { questions: ids(10, 99), waiting: [], reason: 'All' },
    })
    expect(gone).toEqual({ ok: false, reason: 'no-such-question' })
  })

  it('[M36] that were chosen while they waited are not hidden once somebody has shown them', () => {
    const meeting = flooded()
    meeting.send({ kind: 'question:approve', detail: { question: idOf(11) } })
    meeting.send({ kind: 'question:approve', detail: { question: idOf(12) } })
    const detail = { questions: ids(12), waiting: ids(10, 11), reason: 'A flood' }
    meeting.send({ kind: 'questions:hide', detail })
    expect(states(meeting)).toEqual(['hidden', 'open', 'hidden', 'waiting'])
  })

  it('[M36] that are hidden make room for others', () => {
    const meeting = started()
    for (let number = 100; number < 600; number += 1) meeting.send(ask(number), aDevice())
    expect(meeting.send(ask(10), aDevice())).toEqual({ ok: false, reason: 'questions-full' })
    const questions = meeting.state.questions.map(({ id }) => id)
    expect(questions).toHaveLength(500)
    meeting.send({ kind: 'questions:hide', detail: { questions, waiting: [], reason: 'A flood' } })
    expect(meeting.send(ask(10), aDevice())).toMatchObject({ ok: true })
  })
})

describe('devices that come late', () => {
  const only = (meeting: Meeting, knownDevicesOnly: boolean) =>
    meeting.send({ kind: 'settings:change', detail: { knownDevicesOnly } })

  it('[M37] ask nothing while questions are taken only from those that were here before', () => {
    const meeting = started()
    only(meeting, true)
    const moment = meeting.state.settings.knownBefore ?? 0
    expect(moment).toBe(meeting.now)
    for (const since of [null, moment, moment + 1])
      expect(meeting.send(ask(10), aDevice({ since }))).toEqual({ ok: false, reason: 'new-device' })
    expect(meeting.send(ask(10), aDevice({ since: moment - 1 }))).toMatchObject({ ok: true })
    meeting.send({ kind: 'question:approve', detail: { question: idOf(10) } })
    const back = { kind: 'question:back' as const, detail: { question: idOf(10) } }
    expect(meeting.send(back, aDevice())).toMatchObject({ ok: true })
  })

  it('[M37] ask again once it is switched off; saved while it is on, the moment stays', () => {
    const meeting = started()
    only(meeting, true)
    const moment = meeting.state.settings.knownBefore
    only(meeting, true)
    meeting.send({ kind: 'settings:change', detail: { questionsPerDevice: 2 } })
    expect(meeting.state.settings).toMatchObject({ knownBefore: moment, questionsPerDevice: 2 })
    only(meeting, false)
    expect(meeting.send(ask(10), aDevice())).toMatchObject({ ok: true })
  })
})
