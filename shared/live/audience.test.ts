import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChair, aDevice, aMeetingState, anItem, given, idOf, Meeting, noon } from '../../test/support/builders/live.ts'
import { asSeenBy, stateSeenBy } from './audience.ts'
import type { MeetingChange } from './changes.ts'
import { commandRules } from './commandRules.ts'
import type { Command } from './commands.ts'
import { decide } from './decide.ts'
import { reduce } from './reduce.ts'
import { type MeetingState, usualSettings } from './state.ts'
import { takeChanges } from './take.ts'

/** Few ids, so that commands meet each other. */
const id = (from: number) => fc.integer({ min: from, max: from + 3 }).map(idOf)
const item = id(1)
const question = id(10)
const hand = id(20)
const entry = id(50)
const one = <Kind extends Command['kind']>(kind: Kind, detail: fc.Arbitrary<Command<Kind>['detail']>) =>
  detail.map((detail) => ({ kind, detail }) as Pick<Command, 'kind' | 'detail'>)
const newEntry = fc.record({
  id: entry,
  item: fc.option(item),
  kind: fc.constantFrom('note' as const, 'decision' as const, 'action' as const),
  text: fc.constantFrom('said', 'decided'),
  owner: fc.constant('Ann'),
  dueOn: fc.constant(null),
})
const seen = fc.integer({ min: 1, max: 60 })
const newQuestion = fc.record({ question, text: fc.constant('Why?'), name: fc.constant(null), item: fc.option(item) })

const command = fc.oneof(
  one('question:ask', newQuestion),
  one('question:ask', newQuestion),
  one('question:add', newQuestion),
  one('question:back', fc.record({ question })),
  one('question:unback', fc.record({ question })),
  one('question:approve', fc.record({ question })),
  one('question:approve', fc.record({ question })),
  one('question:hide', fc.record({ question, reason: fc.constant('secret') })),
  one('questions:approve', fc.record({ questions: fc.array(question, { minLength: 1, maxLength: 4 }) })),
  one(
    'questions:hide',
    fc.record({
      questions: fc.array(question, { minLength: 1, maxLength: 4 }),
      waiting: fc.array(question, { maxLength: 2 }),
      reason: fc.constant('secret'),
    }),
  ),
  one('question:merge', fc.record({ question, into: question })),
  one('question:pin', fc.record({ question })),
  one('question:unpin', fc.record({ question })),
  one('question:answering', fc.record({ question })),
  one('question:answer', fc.record({ question, text: fc.constant('So') })),
  one('question:later', fc.record({ question })),
  one('hand:raise', fc.record({ hand, name: fc.constant(null) })),
  one('queue:add', fc.record({ hand, name: fc.constant('Bob') })),
  one('queue:call', fc.record({ hand })),
  one('queue:done', fc.record({ hand })),
  one('queue:move', fc.record({ hand, before: fc.option(hand) })),
  one('meeting:start', fc.constant({})),
  one('meeting:goto', fc.record({ item })),
  one('meeting:next', fc.record({ from: fc.option(item) })),
  one('meeting:pause', fc.constant({})),
  one('meeting:resume', fc.constant({})),
  one('meeting:close', fc.constant({})),
  one('meeting:reopen', fc.constant({})),
  one('minutes:publish', fc.constant({})),
  one('minutes:withdraw', fc.constant({})),
  one('settings:change', fc.record({ minutesShown: fc.constantFrom('live', 'end'), questionsModerated: fc.boolean() })),
  one('minutes:add', fc.record({ entry: newEntry })),
  one('minutes:change', fc.record({ entry, seen, set: fc.record({ text: fc.constant('mended') }) })),
  one('minutes:remove', fc.record({ entry, seen })),
  one(
    'agenda:add',
    fc.record({ item: fc.integer({ min: 4, max: 5 }).map((number) => anItem(number)), before: fc.option(item) }),
  ),
  one('agenda:change', fc.record({ item, set: fc.record({ title: fc.constant('Another') }) })),
  one('agenda:move', fc.record({ item, before: fc.option(item) })),
  one('agenda:drop', fc.record({ item })),
  one('attendance:room', fc.record({ count: fc.integer({ min: 0, max: 9 }) })),
)

/** The changes that commands come to, and the state after them. */
function run(commands: readonly Pick<Command, 'kind' | 'detail'>[]): { changes: MeetingChange[]; state: MeetingState } {
  let state: MeetingState = { ...aMeetingState(), settings: { ...usualSettings, questionsPerDevice: 20 } }
  const changes: MeetingChange[] = []
  for (const [index, command] of commands.entries()) {
    const actor = commandRules[command.kind].by === 'device' ? aDevice() : aChair
    const decision = decide(state, command, actor, given(index, { devicesBehind: (questions) => questions.length }))
    for (const body of decision.ok ? decision.changes : []) {
      const change = { ...body, sequence: state.sequence + 1, at: noon + index * 1000 } as MeetingChange
      changes.push(change)
      state = reduce(state, change)
    }
  }
  return { changes, state }
}

const start = () => ({ ...aMeetingState(), settings: { ...usualSettings, questionsPerDevice: 20 } })
/** Half of the meetings have started. */
const manyCommands = fc
  .tuple(fc.boolean(), fc.array(command, { maxLength: 120, size: 'max' }))
  .map(([isStarted, commands]) => [
    ...(isStarted ? [{ kind: 'meeting:start' as const, detail: {} }] : []),
    ...commands.filter(
      ({ kind }, index) => !isStarted || index > 80 || (kind !== 'meeting:close' && kind !== 'meeting:start'),
    ),
  ])

describe('what everyone is told', () => {
  it('[M70] comes to the public view of the state, whatever happened', () => {
    fc.assert(
      fc.property(manyCommands, (commands) => {
        const { changes, state } = run(commands)
        let whole: MeetingState = start()
        let told = stateSeenBy('everyone', whole)
        for (const change of changes) {
          told = reduce(told, asSeenBy('everyone', change, whole))
          whole = reduce(whole, change)
          expect(told).toEqual(stateSeenBy('everyone', whole))
        }
        expect(whole).toEqual(state)
      }),
      { numRuns: 200 },
    )
  })

  it('[M71] holds no question that waits and no reason for hiding, and nothing is left out of the numbers', () => {
    fc.assert(
      fc.property(manyCommands, (commands) => {
        const { changes } = run(commands)
        let whole: MeetingState = start()
        for (const change of changes) {
          const told = asSeenBy('everyone', change, whole)
          expect(told.sequence).toBe(whole.sequence + 1)
          expect(JSON.stringify(told)).not.toContain('secret')
          whole = reduce(whole, change)
          for (const { state } of stateSeenBy('everyone', whole).questions)
            expect(['waiting', 'hidden']).not.toContain(state)
        }
      }),
    )
  })

  it('[M72] leads to the same state in whatever order and however often it comes', () => {
    fc.assert(
      fc.property(manyCommands, fc.infiniteStream(fc.nat()), (commands, random) => {
        const { changes, state } = run(commands)
        const twice = [...changes, ...changes].sort(() => ((random.next().value ?? 0) % 3) - 1)
        let mine: MeetingState = start()
        for (let sent = 0; sent < twice.length; sent += 3) mine = takeChanges(mine, twice.slice(sent, sent + 3)).state
        const missed = changes.filter((change) => change.sequence > mine.sequence)
        expect(takeChanges(mine, missed)).toEqual({ state, isMissingSome: false })
      }),
    )
  })

  it('[M73] says when something is missing, and takes nothing behind a gap', () => {
    const meeting = new Meeting()
    const before = meeting.state
    const change = { kind: 'meeting:paused', detail: {}, sequence: before.sequence + 2, at: noon } as const
    expect(takeChanges(before, [change])).toEqual({ state: before, isMissingSome: true })
  })

  it('[M74] passes over a kind that is not known yet, but not its number', () => {
    const before = aMeetingState()
    const unknown = {
      kind: 'vote:opened',
      detail: {},
      sequence: before.sequence + 1,
      at: noon,
    } as unknown as MeetingChange
    expect(reduce(before, unknown)).toEqual({ ...before, sequence: before.sequence + 1, at: noon })
  })
})
