import { describe, expect, it } from 'vitest'
import { WatchedCounts } from './countChanges.ts'

describe('counts that are watched', () => {
  let now = 0

  it('are good until they move, whoever else’s do', () => {
    const counts = new WatchedCounts(() => new Date(now))
    const isGood = counts.look('concerns 1')
    counts.moved('concerns 2')
    counts.moved('answers 1')
    expect(isGood()).toBe(true)
    counts.moved('concerns 1')
    expect(isGood()).toBe(false)
    expect(counts.look('concerns 1')()).toBe(true)
  })

  it('are doubted after ten seconds: a notification may be lost', () => {
    const counts = new WatchedCounts(() => new Date(now))
    const isGood = counts.look('concerns 1')
    now += 9_999
    expect(isGood()).toBe(true)
    now += 1
    expect(isGood()).toBe(false)
  })

  it('are all doubted when nobody knows what has moved', () => {
    const counts = new WatchedCounts(() => new Date(now))
    const looks = [counts.look('concerns 1'), counts.look('answers 7')]
    counts.moved('')
    expect(looks.map((isGood) => isGood())).toEqual([false, false])
  })
})
