import { parse } from 'node-html-parser'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { translator } from '../../../server/web/translate.ts'
import type { Count } from '../../../shared/counting/count.ts'
import { methods } from '../../../shared/counting/methods.ts'
import { sampleCounts, sampleNames } from '../../../test/support/builders/counts.ts'
import { CountShown } from './CountShown.tsx'

const optionsOf = (names: readonly string[]) => names.map((name) => ({ id: name, name, withdrawn: false, cost: null }))
const shown = (count: Count, names: readonly string[] = sampleNames) =>
  parse(renderToString(<CountShown options={optionsOf(names)} count={count} t={translator('en')} language="en" />))

describe('a count as it is drawn', () => {
  it.each(methods)('%s has a table that the keyboard reaches, with a head to every row and column', (method) => {
    const drawn = shown(sampleCounts()[method])
    for (const frame of drawn.querySelectorAll('.patch-scroll')) {
      expect(frame.getAttribute('tabindex')).toBe('0')
      expect(frame.getAttribute('aria-label')).not.toBe('')
      const columns = frame.querySelectorAll('thead th').length
      for (const row of frame.querySelectorAll('tbody tr')) {
        expect(row.querySelectorAll('th[scope=row]')).toHaveLength(1)
        expect(row.querySelectorAll('td')).toHaveLength(columns - 1)
      }
    }
    expect(drawn.querySelectorAll('.patch-scroll').length).toBeGreaterThan(0)
    expect(drawn.toString()).not.toMatch(/style=|NaN|undefined|counting:/)
  })

  it('bars are in proportion, to one scale in all stages, and the quota is a line on it', () => {
    const stages = shown(sampleCounts()['scottish-stv'])
    const [litter] = stages.querySelectorAll('tbody tr')
    const widths = litter?.querySelectorAll('.patch-bars__fill').map((bar) => bar.getAttribute('width'))
    // 45, 34, 34 of 45.
    expect(widths).toEqual(['100%', '75.56%', '75.56%'])
    expect(litter?.querySelector('.patch-bars__tick')?.getAttribute('x1')).toBe('75.56%')
    expect(stages.querySelector('.patch-count__key')?.text).toContain('34')
  })

  it('who is elected and who is out is said by a word and a shape', () => {
    const rows = shown(sampleCounts().irv).querySelectorAll('tbody tr')
    const row = (name: string) => rows.find((each) => each.querySelector('th')?.text === name)
    expect(row('Speeding')?.text).toContain('Elected')
    expect(row('Noise')?.text).toContain('Out')
    expect(row('Noise')?.querySelector('.patch-count__mark path')).not.toBeNull()
  })

  it('a matrix says in words who beats whom', () => {
    const [pairs] = shown(sampleCounts().schulze).querySelectorAll('table')
    const first = pairs
      ?.querySelectorAll('tbody tr')[0]
      ?.querySelectorAll('td')
      .map((cell) => cell.text.trim())
    expect(first).toEqual(['–', '14 wins', '9 loses', '10 level'])
  })

  it('draws forty options with long names', () => {
    const names = Array.from({ length: 40 }, (_, at) => `Option ${at} ${'of the long name '.repeat(6)}`)
    const totals = names.map((_, at) => at)
    const drawn = shown(
      { ...sampleCounts().approval, ties: [], steps: [{ kind: 'totals', of: 'approvals', totals }] },
      names,
    )
    expect(drawn.querySelectorAll('tbody tr')).toHaveLength(40)
  })
})
