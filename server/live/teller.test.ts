import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MeetingChange } from '../../shared/live/changes.ts'
import { given, idOf } from '../../test/support/builders/live.ts'
import { Teller, withoutOvertaken } from './teller.ts'

const backed = (sequence: number, question: number, backings: number): MeetingChange => ({
  sequence,
  at: given().now,
  kind: 'question:backed',
  detail: { question: idOf(question), backings },
})

describe('telling', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[M7] tells the first change at once, and what follows on its heels together and in order', () => {
    const told: number[][] = []
    const teller = new Teller(
      (_meeting, audience, changes) => {
        if (audience === 'chair') told.push(changes.map(({ sequence }) => sequence))
      },
      () => 1,
    )
    const tell = (sequence: number) => {
      const change = backed(sequence, sequence, 1)
      teller.tell(1, [{ chair: change, everyone: change }])
    }
    tell(1)
    expect(told).toEqual([[1]])
    tell(2)
    tell(3)
    expect(told).toEqual([[1]])
    vi.advanceTimersByTime(100)
    expect(told).toEqual([[1], [2, 3]])
    vi.advanceTimersByTime(500)
    tell(4)
    expect(told).toEqual([[1], [2, 3], [4]])
  })

  it('[M8] leaves out the number of backings that another in the same telling overtakes, but not its place', () => {
    const changes = withoutOvertaken([backed(1, 10, 2), backed(2, 11, 2), backed(3, 10, 3)])
    expect(changes.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [1, 'nothing'],
      [2, 'question:backed'],
      [3, 'question:backed'],
    ])
  })
})
