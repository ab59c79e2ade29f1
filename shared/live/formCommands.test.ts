import { describe, expect, it } from 'vitest'
import { idOf } from '../../test/support/builders/live.ts'
import { type CommandKind, commandDetails, readCommand } from './commands.ts'
import { detailOf, isFormKind } from './formCommands.ts'

const newId = () => idOf(99)
/** Every field that any form has. */
const fields = {
  item: idOf(1),
  from: idOf(1),
  before: idOf(2),
  hand: idOf(3),
  question: idOf(4),
  questions: `${idOf(4)} ${idOf(5)}`,
  into: idOf(5),
  entry: idOf(6),
  seen: '12',
  text: 'Words',
  name: '',
  reason: 'Because',
  title: 'Title',
  itemKind: 'report',
  entryKind: 'action',
  plannedMinutes: '10',
  lead: 'Sgt A. Example',
  owner: 'PC Brill',
  dueOn: '2026-12-20',
  questionsModerated: 'yes',
  questionsPerDevice: '3',
  minutesShown: 'live',
  count: '34',
}
const command = (kind: CommandKind, typed: Record<string, string>) =>
  readCommand({ id: idOf(100), meeting: 1, kind, detail: detailOf(kind, typed, newId) })

describe('a form', () => {
  it.each(Object.keys(commandDetails) as CommandKind[])('gives a command that is understood: %s', (kind) => {
    expect(isFormKind(kind)).toBe(true)
    expect(command(kind, fields)).toMatchObject({ ok: true })
  })

  it('leaves it to the one door to find fault', () => {
    expect(command('question:ask', {})).toMatchObject({
      problem: { field: 'detail.text', message: 'live:questionEmpty' },
    })
    expect(command('attendance:room', { count: 'many' })).toMatchObject({ problem: { message: 'live:notANumber' } })
    expect(command('settings:change', { ...fields, questionsPerDevice: '' })).toMatchObject({
      problem: { message: 'live:notANumber' },
    })
    expect(command('minutes:add', { ...fields, dueOn: '2026-02-30' })).toMatchObject({
      problem: { message: 'live:notADay' },
    })
    expect(command('meeting:goto', { item: 'x' })).toMatchObject({ ok: false })
  })

  it('can leave out what may be left out', () => {
    expect(command('attendance:room', { count: ' ' })).toMatchObject({ command: { detail: { count: null } } })
    expect(command('agenda:move', { item: idOf(1), before: '' })).toMatchObject({
      command: { detail: { before: null } },
    })
    expect(command('minutes:add', { text: 'Note', entryKind: 'note' })).toMatchObject({
      command: { detail: { entry: { item: null, owner: '', dueOn: null } } },
    })
    const off = { questionsPerDevice: '3', minutesShown: 'end' }
    expect(command('settings:change', off)).toMatchObject({ command: { detail: { questionsModerated: false } } })
  })

  it('of no kind that there is, is none', () => {
    expect(isFormKind('toString')).toBe(false)
    expect(isFormKind('')).toBe(false)
  })
})
