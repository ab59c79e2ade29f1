import { describe, expect, it } from 'vitest'
import { translator } from '../../server/web/translate.ts'
import { anElection } from '../../test/support/builders/elections.ts'
import { countElection, mostOptions } from './countElection.ts'
import type { Method } from './methods.ts'
import { sayRefusal } from './words/sayNote.ts'

const twoRanked = { form: 'ranking' as const, longest: null, ballots: [{ weight: 1, options: [0, 1], ranks: [1, 2] }] }
const counted = (method: Method, options: number) =>
  countElection(anElection(twoRanked, options), { method, seats: 1, seed: 'a seed', completion: null })

describe('too many options', () => {
  it.each(['schulze', 'irv', 'scottish-stv'] as const)('are refused by %s with a sentence', (method) => {
    const most = mostOptions[method]!
    const refusal = { code: 'tooManyOptions', method, options: most + 1, most } as const
    expect(counted(method, most + 1)).toEqual({ ok: false, refusal })
    for (const language of ['en', 'cy'] as const) {
      const said = sayRefusal(translator(language), refusal, (name) => `<${name}>`)
      for (const part of [`${most + 1}`, `${most}`, `<${method}>`]) expect(said).toContain(part)
    }
  })

  it('are no hindrance to a method that only adds up', () => {
    expect(counted('borda', 2000).ok).toBe(true)
    expect(counted('irv', 1500).ok).toBe(true)
  })
})
