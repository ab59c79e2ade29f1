import { describe, expect, it } from 'vitest'
import { figureLines } from './figureLines.ts'
import type { ReplyFigures } from './queries.ts'

const figures = (given: Partial<ReplyFigures>): ReplyFigures => ({
  received: 12,
  acknowledgementSettled: 0,
  acknowledgedInTime: 0,
  answerSettled: 0,
  answeredInTime: 0,
  answered: 0,
  medianHours: null,
  p90Hours: null,
  openBreaches: 0,
  recourseUsed: 0,
  satisfactionCount: 0,
  satisfiedCount: 0,
  ...given,
})
const line = (name: string, given: Partial<ReplyFigures>) =>
  figureLines(figures(given)).find((one) => one.name === name)?.value

describe('the figures above an inbox', () => {
  const satisfied = (satisfiedCount: number, satisfactionCount: number) =>
    line('Satisfied with the answer', { satisfiedCount, satisfactionCount })

  it('say of a few answers how many there are and what they say, not what share that would be', () => {
    expect(satisfied(0, 0)).toBe('Nobody has said yet')
    expect(satisfied(1, 1)).toBe('1 answer: satisfied. Too few to give a share')
    expect(satisfied(0, 1)).toBe('1 answer: not satisfied. Too few to give a share')
    expect(satisfied(3, 4)).toBe('4 answers: 3 satisfied, 1 not. Too few to give a share')
  })

  it('give a share with its interval from five answers on, as the standard on satisfaction does', () => {
    expect(satisfied(4, 5)).toBe('4 of 5: 80% (95% interval 38% to 96%)')
  })

  it('never say that somebody was answered within 0 hours', () => {
    const time = line('Time to the first answer', { medianHours: 0.02, p90Hours: 30 })
    expect(time).toBe('Half within an hour, nine in ten within 30 hours, nights and weekends counted')
  })
})
