import { describe, expect, it } from 'vitest'
import { translator } from '../../../server/web/translate.ts'
import { sampleCounts, sampleNames } from '../../../test/support/builders/counts.ts'
import type { Count, RoundStep } from '../count.ts'
import type { Election } from '../election.ts'
import { type Method, methods } from '../methods.ts'
import { alignedLines } from './alignedLines.ts'
import { reportLines } from './report.ts'
import { countTables } from './tables.ts'

const t = translator('en')
const options = sampleNames.map((name) => ({ id: name.toLowerCase(), name, withdrawn: false, cost: null }))

function anElection(overrides: Partial<Election> = {}): Election {
  return {
    title: 'What the team should work on',
    options: [...options, { id: 'dogs', name: 'Dogs', withdrawn: true, cost: null }],
    ballots: { form: 'approval', most: null, ballots: [{ weight: 1300, options: [0] }] },
    budget: { total: 100050n, moneyDecimals: 2, scoreThreshold: null },
    declared: { method: null, seats: null, seed: null, completion: null },
    claimed: null,
    ...overrides,
  }
}

const report = (method: Method, election: Partial<Election> = {}) =>
  reportLines(t, 'en', {
    election: anElection(election),
    counted: {
      ok: true,
      count: sampleCounts()[method],
      standing: options,
      seed: '2026-11-24',
      notes: [{ code: 'seatsPlayNoPart' }],
    },
    remarks: [{ line: 3, code: 'more', values: { most: 5 } }],
  }).join('\n')

describe('the report', () => {
  it('says what was counted, how, and what came of it', () => {
    const text = report('approval')
    expect(text).toContain('1,300 ballots, 4 options')
    expect(text).toContain('counted as though on no ballot: Dogs.')
    expect(text).toContain('To fill: 2 seats')
    expect(text).toContain('seed “2026-11-24”')
    expect(text).toContain('The number of places plays no part in it.')
    expect(text).toMatch(/^Line 3\S* .*5/m)
    expect(text).toContain('Elected, best first: Speeding, Noise.')
    expect(report('greedy')).toContain('Budget: 1,000.5')
  })

  it('is written of hundreds of rounds of hundreds of options, and no sentence names them all', () => {
    const names = Array.from({ length: 400 }, (_, option) => `Option ${option + 1}`)
    const steps = names.map((_, out): RoundStep => {
      const votes = names.map((_, option) => (option < out ? null : option))
      return { kind: 'round', round: out + 1, votes, exhausted: 0, majority: null, excluded: out }
    })
    const count: Count = { method: 'irv', seats: 1, completion: null, elected: [399], ties: [], steps }
    const standing = names.map((name) => ({ id: name, name, withdrawn: false, cost: null }))
    const lines = reportLines(t, 'en', {
      election: anElection({ options: standing }),
      counted: { ok: true, count, standing, seed: '', notes: [] },
      remarks: [],
    })
    expect(lines.find((line) => line.includes('Round 1: '))).toContain('and 360 more that have no more than these')
    expect(lines.filter((line) => line.startsWith('Option 400 ')).length).toBeGreaterThan(1)
  })

  it.each(methods)('of %s has its figures in aligned columns no wider than a hundred characters', (method) => {
    for (const table of countTables(t, 'en', sampleNames, sampleCounts()[method])) {
      const lines = alignedLines(table)
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
      expect(report(method)).toContain(lines.join('\n'))
    }
  })

  it('of a budget speaks of projects and what is funded', () => {
    for (const method of ['greedy', 'equal-shares'] as const) {
      for (const claimed of [null, ['noise'], ['litter', 'speeding']])
        expect(report(method, { claimed })).not.toMatch(/elected|[Oo]ption/)
      expect(report(method)).toContain('The file does not say what was funded.')
    }
  })

  it('sends nothing to a terminal that controls it', () => {
    const said = report('approval', { title: 'A\u001b]0;x\u0007', claimed: ['\u009bx'] })
    expect(said).toContain('Count: A�]0;x�')
    expect(said).not.toMatch(/[^\P{Cc}\n]/u)
  })

  it('of transferable votes has the figures of a stage in line, and nothing for whoever is out', () => {
    const lines = report('scottish-stv').split('\n')
    const row = (head: string) => lines.find((line) => line.startsWith(`${head} `)) ?? ''
    expect(row('Noise')).toMatch(/^Noise +10 +10\.0000$/)
    expect(row('No next choice')).toMatch(/ 0 +1\.2222 +2\.2222$/)
  })

  it('compares the result with what the file claims', () => {
    expect(report('approval')).toContain('does not say who was elected')
    expect(report('approval', { claimed: ['noise', 'speeding'] })).toContain('The file says the same were elected.')
    const differs = report('approval', { claimed: ['litter', 'speeding'] })
    expect(differs).toContain('It says elected: Litter and Speeding.')
    expect(differs).toContain('In the file, but not in this count: Litter.')
    expect(differs).toContain('In this count, but not in the file: Noise.')
  })
})

describe('aligned lines', () => {
  const cell = (text: string, isWord = false) => ({ text, value: null, mark: null, isWord })

  it('put names and words at the left and figures at the right', () => {
    const rows = [
      { head: 'A', cells: [cell('1,240'), cell('Out', true)] },
      { head: 'Litter', cells: [cell('7'), cell('', true)] },
    ]
    expect(alignedLines({ columns: ['Option', 'Votes', 'Result'], rows })).toEqual([
      'Option  Votes  Result',
      'A       1,240  Out',
      'Litter      7',
    ])
  })

  it('give Chinese letters two columns and accents none', () => {
    const rows = [
      { head: '公園', cells: [cell('1')] },
      { head: 'e\u0301e', cells: [cell('22')] },
    ]
    expect(alignedLines({ columns: ['O', 'V'], rows })).toEqual(['O      V', '公園   1', 'e\u0301e    22'])
  })

  it('break into blocks with the heads again where there are too many columns', () => {
    const many = Array.from({ length: 30 }, (_, at) => `Round ${at + 1}`)
    const lines = alignedLines({
      columns: ['Option', ...many],
      rows: [{ head: 'Litter', cells: many.map((_, at) => cell(String(at))) }],
    })
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
    expect(lines.filter((line) => line.startsWith('Option')).length).toBeGreaterThan(1)
    expect(lines.join(' ').match(/Round \d+/g)).toEqual(many)
  })
})
