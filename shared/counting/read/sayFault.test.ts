import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ballotFiles } from '../../i18n/ballotFiles.ts'
import { translateBy } from '../../i18n/dictionary.ts'
import { sayFault } from './sayFault.ts'

const welsh = Object.fromEntries(Object.entries(ballotFiles.cy).map(([key, text]) => [`ballotFiles:${key}`, text]))

describe('what is said of a file', () => {
  it('begins with the line, or with the number of the ballot', () => {
    const t = translateBy(welsh, 'cy')
    expect(sayFault(t, { line: 7, code: 'bltTwice', values: { number: 3 } })).toBe(
      'Llinell 7: Mae ymgeisydd 3 ar y papur hwn ddwywaith.',
    )
    expect(sayFault(t, { line: null, code: 'tooManyPoints', values: { most: 10, ballot: 2 } })).toBe(
      'Papur pleidleisio 2: Mae cyfanswm y pwyntiau yn fwy na 10.',
    )
    expect(sayFault(t, { line: null, code: 'empty', values: {} })).toBe('Mae’r ffeil yn wag.')
  })

  it('has no sentence that no reader says', () => {
    const readers = readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
      .join('\n')
    const unsaid = Object.keys(ballotFiles.en).filter((code) => !new RegExp(`[':]${code}'`).test(readers))
    expect(unsaid).toEqual([])
  })
})
