import { describe, expect, it } from 'vitest'
import { linkSecret, newFormToken, readFormToken } from '../web/formToken.ts'
import { canBe, changes, isBroken, isOverdue, type MessageClock, mayAskRecourse, nextDue, stateOf } from './rules.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
const aClock = (given: Partial<MessageClock> = {}): MessageClock => ({
  receivedAt: at(0),
  acknowledgeDueAt: at(24),
  answerDueAt: at(72),
  acknowledgedAt: null,
  answeredAt: null,
  closedAt: null,
  assignedTo: null,
  recourse: 'Ask the supervisor.',
  recourseAskedAt: null,
  recourseDueAt: null,
  recourseAnsweredAt: null,
  erasedAt: null,
  ...given,
})

describe('the clock of a message', () => {
  it('asks for the acknowledgement first, then the answer, then what a supervisor owes', () => {
    expect(nextDue(aClock())).toEqual({ what: 'acknowledgement', at: at(24) })
    expect(nextDue(aClock({ acknowledgedAt: at(2) }))).toEqual({ what: 'answer', at: at(72) })
    const asked = aClock({ acknowledgedAt: at(2), answeredAt: at(80), recourseAskedAt: at(81), recourseDueAt: at(129) })
    expect(nextDue(asked)).toEqual({ what: 'recourse', at: at(129) })
    expect(nextDue({ ...asked, recourseAnsweredAt: at(90) })).toBeNull()
    expect(nextDue(aClock({ acknowledgeDueAt: null, answerDueAt: null }))).toBeNull()
    expect(nextDue(aClock({ acknowledgedAt: at(1), answeredAt: at(1), closedAt: at(2) }))).toBeNull()
    expect(nextDue(aClock({ closedAt: at(1) }))).toEqual({ what: 'answer', at: at(72) }) // closing is no answer
  })

  it('is overdue only after the promised instant, and stays broken when the answer comes late', () => {
    expect(isOverdue(aClock(), at(24))).toBe(false)
    expect(isOverdue(aClock(), at(25))).toBe(true)
    const late = aClock({ acknowledgedAt: at(2), answeredAt: at(73) })
    expect(isOverdue(late, at(100))).toBe(false)
    expect(isBroken(late, at(100))).toBe(true)
    expect(isBroken(aClock({ acknowledgedAt: at(24), answeredAt: at(72) }), at(100))).toBe(false)
    expect(isBroken(aClock({ closedAt: at(2) }), at(100))).toBe(true)
  })

  it('gives the sender the named way once, after a broken promise', () => {
    expect(mayAskRecourse(aClock(), at(20))).toBe(false)
    expect(mayAskRecourse(aClock(), at(25))).toBe(true)
    expect(mayAskRecourse(aClock({ recourse: null }), at(25))).toBe(false)
    expect(mayAskRecourse(aClock({ recourseAskedAt: at(25) }), at(30))).toBe(false)
  })
})

describe('what can be done to a message', () => {
  it('is not to forward it once its time has run out', () => {
    expect(canBe('forward', aClock(), at(20))).toBe(true)
    expect(canBe('forward', aClock(), at(25))).toBe(false)
  })

  it.each([
    ['new', {}, ['acknowledge', 'answer', 'assign', 'note', 'forward', 'close']],
    ['acknowledged', { acknowledgedAt: at(1) }, ['answer', 'assign', 'note', 'forward', 'close']],
    ['assigned', { acknowledgedAt: at(1), assignedTo: 'p' }, ['answer', 'assign', 'note', 'forward', 'close']],
    ['answered', { acknowledgedAt: at(1), answeredAt: at(1) }, ['answer', 'assign', 'note', 'forward', 'close']],
    [
      'answered',
      { acknowledgedAt: at(1), answeredAt: at(80), recourseAskedAt: at(81) },
      ['answer', 'assign', 'note', 'recourse'], // answered too late: the miss stays here
    ],
    ['closed', { acknowledgedAt: at(1), closedAt: at(2) }, ['note']],
    ['closed', { closedAt: at(2), erasedAt: at(3) }, []],
  ])('that is %s %o', (state, given, possible) => {
    const message = aClock(given)
    expect(stateOf(message)).toBe(state)
    expect(changes.filter((change) => canBe(change, message, at(1)))).toEqual(possible)
  })
})

describe('a form’s token', () => {
  const token = newFormToken('key', '1', at(0))
  const later = (ms: number) => new Date(at(0).getTime() + ms)

  it('is sound from three seconds to a day after it was made, for its own place and key', () => {
    expect(readFormToken('key', '1', token, later(2_999))).toBe('too-fast')
    expect(readFormToken('key', '1', token, later(3_000))).toBe('sound')
    expect(readFormToken('key', '1', token, later(86_400_000))).toBe('sound')
    expect(readFormToken('key', '1', token, later(86_400_001))).toBe('too-old')
    expect(readFormToken('key', '2', token, later(3_000))).toBe('not-ours')
    expect(readFormToken('other', '1', token, later(3_000))).toBe('not-ours')
  })

  it.each(['', '..', 'a.b.c', token.replace(/^./, 'z'), `${token}x`])('cannot be made up: %s', (text) => {
    expect(readFormToken('key', '1', text, later(3_000))).toBe('not-ours')
  })

  it('leads to one link of 256 bits', () => {
    expect(linkSecret('key', token)).toBe(linkSecret('key', token))
    expect(Buffer.from(linkSecret('key', token), 'base64url')).toHaveLength(32)
    expect(linkSecret('key', newFormToken('key', '1', at(0)))).not.toBe(linkSecret('key', token))
  })
})
