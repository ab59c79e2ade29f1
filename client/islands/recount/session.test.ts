import { describe, expect, it } from 'vitest'
import type { Method } from '../../../shared/counting/methods.ts'
import type { ReadBallots } from '../../../shared/counting/read/fault.ts'
import type { Counter } from './counter.ts'
import { RecountSession, type RecountState } from './session.ts'

const aFile = (name: string) => new File(['x'], name)

function read(method: Method | null): ReadBallots {
  const declared = { method, seats: null, seed: null, completion: null }
  const ballots = { form: 'approval' as const, most: null, ballots: [] }
  return {
    ok: true,
    election: { title: null, options: [], ballots, budget: null, declared, claimed: null },
    remarks: [],
  }
}

/** A session whose counters answer when they are told to. */
function aSession() {
  const states: RecountState[] = []
  const readers: ((answer: ReadBallots | 'failed') => void)[] = []
  const stopped: number[] = []
  const open = (): Counter => {
    const number = readers.length
    return {
      read: () =>
        new Promise((resolve, reject) => {
          readers[number] = (answer) => (answer === 'failed' ? reject(new Error('failed')) : resolve(answer))
        }),
      count: async () => ({ ok: false, refusal: { code: 'noBallots' } }),
      stop: () => void stopped.push(number),
    }
  }
  const session = new RecountSession((state) => states.push(state), open)
  return { session, states, readers, stopped, steps: () => states.map(({ step }) => step) }
}

describe('a recount', () => {
  it('counts a file at once that says how, and waits with any other', async () => {
    const declared = aSession()
    const done = declared.session.read([aFile('a.pb')])
    declared.readers[0]?.(read('approval'))
    await done
    expect(declared.states.map((state) => state.step === 'read' && state.count)).toEqual([
      false,
      null,
      'running',
      { ok: false, refusal: { code: 'noBallots' } },
    ])
    const silent = aSession()
    const waiting = silent.session.read([aFile('a.soc')])
    silent.readers[0]?.(read(null))
    await waiting
    expect(silent.states.at(-1)).toMatchObject({ step: 'read', count: null })
  })

  it('shows the newer of two files, however late the older one is read', async () => {
    const { session, states, readers, stopped } = aSession()
    const older = session.read([aFile('older')])
    const newer = session.read([aFile('newer')])
    readers[1]?.(read(null))
    readers[0]?.(read(null))
    await Promise.all([older, newer])
    expect(stopped).toEqual([0])
    expect(states.at(-1)).toMatchObject({ step: 'read', file: 'newer' })
    expect(states.some((state) => state.step === 'read' && state.file === 'older')).toBe(false)
  })

  it('does not begin to read a file that is too big', async () => {
    const { session, states, readers } = aSession()
    const file = aFile('huge.csv')
    Object.defineProperty(file, 'size', { value: 300 * 1024 * 1024 })
    await session.read([file])
    expect(readers).toEqual([])
    expect(states).toEqual([{ step: 'refused', why: { code: 'tooBig', file: 'huge.csv', size: 300, most: 200 } }])
  })

  it('says so when a file cannot be read', async () => {
    const { session, readers, steps } = aSession()
    const done = session.read([aFile('a.csv')])
    readers[0]?.('failed')
    await done
    expect(steps()).toEqual(['reading', 'refused'])
  })
})
