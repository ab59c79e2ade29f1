import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ballotFiles } from '../../i18n/ballotFiles.ts'
import { translateBy } from '../../i18n/dictionary.ts'
import { decodeBallots } from './decode.ts'
import { sayFault } from './sayFault.ts'

const welsh = Object.fromEntries(Object.entries(ballotFiles.cy).map(([key, text]) => [`ballotFiles:${key}`, text]))

const readers = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

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

  it('has a sentence in both languages for bytes that are not UTF-8', () => {
    const { remarks } = decodeBallots(Uint8Array.from([0x22, 0xe9, 0x22]))
    expect(remarks.map((remark) => sayFault(translateBy(welsh, 'cy'), remark))).toEqual([ballotFiles.cy.notUtf8])
    expect(ballotFiles.en.notUtf8).toContain('Windows-1252')
  })

  it('has a sentence for every code that a reader says', () => {
    const said = [...readers.matchAll(/\bcode: '(\w+)'|\.add(?:Once)?\([^,()]*(?:\([^()]*\)[^,()]*)*, '(\w+)'/g)]
    const codes = said.map(([, plain, added]) => plain ?? added ?? '')
    expect(codes).toEqual(expect.arrayContaining(['notUtf8', 'bltSeats', 'jsonBroken']))
    expect(codes.filter((code) => !Object.hasOwn(ballotFiles.en, code))).toEqual([])
  })

  it('has no sentence that no reader says', () => {
    const unsaid = Object.keys(ballotFiles.en).filter((code) => !new RegExp(`[':]${code}'`).test(readers))
    expect(unsaid).toEqual([])
  })
})
