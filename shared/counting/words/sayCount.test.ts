import { describe, expect, it } from 'vitest'
import { translator } from '../../../server/web/translate.ts'
import { sampleCounts, sampleNames } from '../../../test/support/builders/counts.ts'
import { languages } from '../../i18n/texts.ts'
import { methods } from '../methods.ts'
import { longRunsShortened, methodExplained, methodName, sayResult, saySteps, sayTie, shownNames } from './sayCount.ts'
import { sayStep } from './sayStep.ts'

const english = translator('en')
const steps = (method: (typeof methods)[number]) =>
  saySteps(english, 'en', sampleNames, sampleCounts()[method]).map((sentences) => sentences.join(' '))

describe.each(languages)('in %s', (language) => {
  const t = translator(language)

  it.each(methods)('%s is named, explained, and every step and tie is said in whole sentences', (method) => {
    const count = sampleCounts()[method]
    const sentences = [
      ...methodExplained(t, method, count.completion),
      ...saySteps(t, language, sampleNames, count).flat(),
      sayResult(t, language, sampleNames, count),
    ]
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*\.$/)
      expect(sentence).not.toMatch(/counting:|\{\{|undefined|NaN/)
    }
    expect(methodName(t, method)).not.toContain('counting:')
  })
})

describe('the steps of a count', () => {
  it('totals stand with the largest first', () => {
    expect(steps('approval')[0]).toContain('the most first: Speeding 1,240, Litter 31, Noise 31, Parking 7.')
  })

  it('a round of run-off says where the votes of the round before went', () => {
    const [first, second, third] = steps('irv')
    expect(first).toContain('Noise has the fewest votes, 12, and is out.')
    expect(second).toContain(
      'what Noise had, 12 votes, moves to each ballot’s next choice: 8 to Speeding, 2 to Parking, 1 to Litter and 1 to nobody.',
    )
    expect(third).toContain('Speeding has 52 votes, more than half of those that count, and is elected.')
  })

  it('a stage of the transferable vote says what moved, what is lost, and who is in and out', () => {
    const [quota, first, second, third] = steps('scottish-stv')
    expect(quota).toContain('The quota is 34')
    expect(quota).toContain('Not counted, for want of one clear first choice: 3 ballots.')
    expect(first).toContain('Elected, having reached the quota: Litter.')
    expect(second).toContain('Litter has 11 votes more than the quota')
    expect(second).toContain('Gained: Parking 7.3332, Speeding 2.4444.')
    expect(second).toContain('Without a next choice so far: 1.2222 votes.')
    expect(third).toMatch(/^Stage 3: Noise is out\..*having reached the quota: Parking\./)
    expect(third).not.toContain('Out: Noise')
  })

  it('a path that is no single win is told link by link', () => {
    const [pairs, paths, , second] = steps('schulze')
    expect(pairs).toContain('Litter is put above Speeding (14 to 6).')
    expect(pairs).toContain('Litter is level with Noise (10 to 10).')
    expect(paths).toContain(
      'The strongest path from Litter to Parking is Litter → Speeding → Parking. Its weakest link is 13 to 7.',
    )
    expect(second).toContain('nobody left beats Speeding and Noise. Speeding takes it.')
  })

  it('a project paid for unequally says how many pay all they have', () => {
    const [shares, alike, unlike] = steps('equal-shares')
    expect(shares).toContain('shared equally among 7 voters: 142 6/7 each')
    expect(alike).toContain('It has 4 supporters, and each pays 100.')
    expect(unlike).toContain('Paying all they have left: 1. Each of the others pays 78 4/7')
  })

  it('many raises of the share are said by their ends', () => {
    const said = steps('equal-shares').filter((step) => /for every voter|Between them/.test(step))
    expect(said.map((step) => /With (\d+)|lie (\d)/.exec(step)?.slice(1).join(''))).toEqual([
      '143',
      '144',
      '4',
      '149',
      '150',
    ])
  })

  it('a tie stands with the step that it was found in', () => {
    const [tie] = sampleCounts().approval.ties
    const said = tie ? sayTie(english, 'en', sampleNames, tie, 'approval') : []
    expect(said).toEqual([
      'Tie for a place: Litter and Noise.',
      'What decides is the lot.',
      'Chosen in this order: Noise, Litter.',
      'In another order somebody else could have been elected.',
    ])
    expect(steps('approval')[0]).toContain(said.join(' '))
  })

  it('who stood level for an earlier place is said to take the next', () => {
    const place = { kind: 'place' as const, place: 3, sharedFrom: 2, unbeaten: [3], option: 3 }
    expect(sayStep(english, 'en', sampleNames, place)).toEqual([
      'Place 3: Noise stood level with those who have taken places from 2 on, and takes this one.',
    ])
  })

  it('a project is the best paid for only where no other is tied with it, and one that costs nothing is not paid for', () => {
    const bought = {
      kind: 'bought' as const,
      option: 0,
      cost: 6,
      supporters: 2,
      paidAll: 0,
      payment: 3,
      effectiveVotes: 2,
    }
    const said = (isTied: boolean) => sayStep(english, 'en', sampleNames, bought, { isTied }).join(' ')
    expect(said(false)).toContain('For no other project')
    expect(said(true)).not.toContain('For no other project')
    expect(sayStep(english, 'en', sampleNames, { ...bought, cost: 0, payment: 0 })).toEqual([
      'Litter costs nothing and has 2 supporters. It is funded.',
    ])
  })

  it('raised shares are not called the budget', () => {
    const shares = { kind: 'shares' as const, total: 12, voters: 3, each: 4 }
    expect(sayStep(english, 'en', sampleNames, shares, { isRaised: true })).toEqual([
      'The shares are raised, as though the budget were 12: 4 each for 3 voters.',
    ])
  })

  it('pairs of many options are left to the JSON', () => {
    const preferred = Array.from({ length: 41 }, () => new Array<number>(41).fill(0))
    const said = sayStep(english, 'en', [], { kind: 'pairs', preferred })
    expect(said).toHaveLength(2)
    expect(said[1]).toContain('JSON')
  })
})

describe('the names of options', () => {
  const named = (method: (typeof methods)[number], ...names: string[]) =>
    shownNames(
      english,
      method,
      names.map((name) => ({ name })),
    )

  it('say what they number where they are only numbers', () => {
    expect(named('greedy', '2', 'Benches')).toEqual(['Project 2', 'Benches'])
    expect(named('irv', '2')).toEqual(['Option 2'])
    expect(shownNames(translator('cy'), 'equal-shares', [{ name: '2' }])).toEqual(['Prosiect 2'])
  })

  it('control no screen', () => {
    expect(named('irv', 'A\u001b[31m\tB\u202e\u0000')).toEqual(['A\ufffd[31m B\ufffd\ufffd'])
  })
})

describe('a long row of raises', () => {
  const raised = { kind: 'raised', each: 1, elected: [], cost: 0, outcome: 'kept' } as const
  const shares = { kind: 'shares', total: 1, voters: 1, each: 1 } as const
  const told = (raises: number, keep: number[] = []) =>
    longRunsShortened([shares, ...Array.from({ length: raises }, () => raised), shares], (at) => keep.includes(at)).map(
      (part) => (part.kind === 'step' ? part.at : `${part.number} left out`),
    )

  it('is told by its ends, a short one whole', () => {
    expect(told(5)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(told(9)).toEqual([0, 1, 2, '5 left out', 8, 9, 10])
  })

  it('keeps a raise whose tie decided, wherever it stands', () => {
    expect(told(9, [4, 9])).toEqual([0, 1, 2, '1 left out', 4, '3 left out', 8, 9, 10])
  })
})
