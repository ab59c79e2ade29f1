import { describe, expect, it } from 'vitest'
import { Bucket, CommandLimits, usualLimits } from './limits.ts'

describe('limits', () => {
  it('[M90] let so much through at once and so much a second, and say how long to wait', () => {
    const bucket = new Bucket(5, 20, 0)
    expect(Array.from({ length: 20 }, () => bucket.take(0))).toEqual(Array(20).fill(0))
    expect(bucket.take(0)).toBe(200)
    expect(bucket.take(200)).toBe(0)
    expect(bucket.take(200)).toBe(200)
  })

  it('[M91] let a hall behind one address ask, but no device that throws its cookie away for ever', async () => {
    const limits = new CommandLimits({ ...usualLimits, newAskersOfAddress: 5, meetingASecond: 1000 })
    const ask = (device: number) => limits.takeOfDevice('question:ask', 1, `device ${device}`, '192.0.2.1')
    for (const device of [1, 2, 3, 4, 5]) {
      expect(await ask(device)).toBe(0)
      limits.keep(`device ${device}`)
    }
    expect(await ask(6)).toBeGreaterThan(0)
    expect(await ask(3), 'one that is known').toBe(0)
    expect(await limits.takeOfDevice('question:ask', 1, 'elsewhere', '192.0.2.2')).toBe(0)
    expect(await limits.takeOfDevice('question:back', 1, 'only backs', '192.0.2.1')).toBe(0)
  })

  it('[M92] hold the new askers of a meeting, wherever they come from', async () => {
    const limits = new CommandLimits({ ...usualLimits, newAskersOfMeeting: 3 })
    const waits = await Promise.all(
      [1, 2, 3, 4].map((number) => limits.takeOfDevice('question:ask', 7, `device ${number}`, `192.0.2.${number}`)),
    )
    expect(waits.filter((wait) => wait > 0)).toHaveLength(1)
  })

  it('[M93] hold the commands of all devices of a meeting together', async () => {
    const limits = new CommandLimits({ ...usualLimits, meetingASecond: 10 })
    const waits = []
    for (let number = 0; number < 12; number += 1)
      waits.push(await limits.takeOfDevice('question:back', 7, `device ${number}`, '192.0.2.1'))
    expect(waits.filter((wait) => wait > 0).length).toBeGreaterThan(0)
    expect(await limits.takeOfDevice('question:back', 8, 'another', '192.0.2.1')).toBe(0)
  })
})
