import { describe, expect, it } from 'vitest'
import { aMeetingState, idOf } from '../../test/support/builders/live.ts'
import type { Database } from '../database/database.ts'
import type { StoredChange } from './log.ts'
import { ownQuestionsAfter } from './ownTeller.ts'
import { Room } from './room.ts'

/** A database that no one may ask. */
const closed = new Proxy({} as Database['kysely'], {
  get: () => {
    throw new Error('The database was asked')
  },
})
const asked = (number: number, isPublic: boolean) => ({
  kind: 'question:asked' as const,
  detail: { question: idOf(number), text: 'Why?', name: null, item: null, isPublic, backings: 1 },
})

describe('what devices are told of their own questions', () => {
  const tellingOf = (...bodies: Pick<StoredChange, 'kind' | 'detail'>[]) => {
    const { settings, items } = aMeetingState()
    const plan = { kind: 'meeting:planned', detail: { settings, items }, sequence: 1, at: 0 } as StoredChange
    const room = new Room(1, [plan])
    const told = room.take(bodies.map((body, index) => ({ ...body, sequence: index + 2, at: 0 }) as StoredChange))
    expect(told).toHaveLength(bodies.length)
    return ownQuestionsAfter(closed, 1, told, () => room.state)
  }

  it('[M75] asks the database nothing where everyone is told everything, or nothing came of a question', async () => {
    const all = await tellingOf(
      asked(10, false),
      asked(11, true),
      asked(12, true),
      { kind: 'question:approved', detail: { question: idOf(10) } },
      { kind: 'question:merged', detail: { question: idOf(11), into: idOf(12), backings: 2 } },
      { kind: 'question:answered', detail: { question: idOf(12), text: 'So' } },
      { kind: 'question:hidden', detail: { question: idOf(10), reason: 'Rude' } },
      { kind: 'question:approved', detail: { question: idOf(10) } },
      { kind: 'meeting:paused', detail: {} },
    )
    expect(all.size).toBe(0)
  })

  it('[M75] asks it where a question has gone out of sight', async () => {
    await expect(
      tellingOf(asked(10, true), { kind: 'question:hidden', detail: { question: idOf(10), reason: 'Rude' } }),
    ).rejects.toThrow('The database was asked')
  })
})
