import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aLot, lotOf, ranked, someRankings } from '../../test/support/builders/ballots.ts'
import type { Amount } from './amount.ts'
import type { Count, StageStep } from './count.ts'
import { countScottishStv } from './scottishStv.ts'

/** Counts an election of options named by letters; the lot prefers them in the order of the alphabet unless it is given. */
function count(letters: string, seats: number, lines: string[], lot = letters): Count {
  return countScottishStv(letters.length, ranked(letters, ...lines), { seats, lot: lotOf(letters, lot) })
}

function stage(result: Count, number: number): StageStep {
  const step = result.steps[number]
  if (step?.kind !== 'stage' || step.stage !== number) throw new Error(`step ${number} is not stage ${number}`)
  return step
}

const stageNames = (result: Count) => result.steps.map((step) => (step.kind === 'stage' ? step.action.kind : step.kind))
const [A, B, C, D, X] = [0, 1, 2, 3, 4]

describe('a surplus', () => {
  // 13 valid papers, 2 seats: 13 / 3 = 4.33, so the quota is 5 (rule 46). A has 7 and a surplus of 2.
  const result = count('ABC', 2, ['4 A>C', '2 A>B', '1 A', '4 B', '2 C>B'])

  it('is over the quota of rule 46: valid papers by seats and one, decimals ignored, and one more', () => {
    expect(result.steps[0]).toEqual({ kind: 'quota', valid: 13, notValid: 0, seats: 2, quota: 5 })
    expect(stage(result, 1)).toMatchObject({ votes: [7, 4, 2], change: [7, 4, 2], elected: [A], excluded: [] })
  })

  it('moves all papers at surplus × value ÷ votes, cut after five decimals (rule 48)', () => {
    // 2 × 1 / 7 = 0.285714…, cut to 0.28571. C: 4 of them, 1.14284; B: 2 of them, 0.57142; one paper has no next preference.
    // Cut off: 2 - 7 × 0.28571 = 0.00003. Together: 5 + 4.57142 + 3.14284 + 0.28571 + 0.00003 = 13.
    expect(stage(result, 2)).toEqual({
      kind: 'stage',
      stage: 2,
      action: { kind: 'surplus', option: A, surplus: 2 },
      change: [-2, '0.57142', '1.14284'],
      votes: [5, '4.57142', '3.14284'],
      nonTransferable: '0.28571',
      cutOff: '0.00003',
      elected: [],
      excluded: [],
    })
  })

  it('is followed by the exclusion of the lowest, whose papers keep their value (rule 50(4))', () => {
    // C has least. Its own two papers go on to B at one each: 4.57142 + 2 = 6.57142. The four from A end there, 1.14284 in
    // all, so 0.28571 + 1.14284 = 1.42855 have no next preference. Together: 5 + 6.57142 + 1.42855 + 0.00003 = 13.
    expect(stage(result, 3)).toMatchObject({
      action: { kind: 'exclusion', option: C },
      change: [0, 2, '-3.14284'],
      votes: [5, '6.57142', 0],
      nonTransferable: '1.42855',
      cutOff: '0.00003',
      elected: [B],
      excluded: [C],
    })
    expect(result.steps).toHaveLength(4)
    expect(result).toMatchObject({ method: 'scottish-stv', seats: 2, completion: null, elected: [A, B], ties: [] })
  })
})

describe('a chain of surpluses', () => {
  // 39 papers, 3 seats: 39 / 4 = 9.75, quota 10.
  const result = count('ABCD', 3, ['12 A>B>C', '8 A>D', '5 B>C', '3 B>D', '6 C', '5 D'])

  it('elects a second candidate by the surplus of the first', () => {
    // A's surplus is 10 of 20, each paper 0.5: B 8 + 12 × 0.5 = 14, D 5 + 8 × 0.5 = 9.
    expect(stage(result, 2)).toMatchObject({ votes: [10, 14, 6, 9], elected: [B], cutOff: 0, nonTransferable: 0 })
  })

  it('multiplies the value of the papers that came by a transfer', () => {
    // B's surplus is 4 of 14. First preferences: 4 × 1 / 14 = 0.28571; A's papers: 4 × 0.5 / 14 = 0.14285.
    // C: 5 × 0.28571 + 12 × 0.14285 = 1.42855 + 1.71420 = 3.14275. D: 3 × 0.28571 = 0.85713.
    // Cut off: 4 - 3.14275 - 0.85713 = 0.00012.
    expect(stage(result, 3)).toMatchObject({
      action: { kind: 'surplus', option: B, surplus: 4 },
      votes: [10, 10, '9.14275', '9.85713'],
      nonTransferable: 0,
      cutOff: '0.00012',
    })
    expect(result.elected).toEqual([A, B, D])
  })
})

describe('the order of surpluses', () => {
  it('is by size, not by when they arose (rule 49(1))', () => {
    // 25 papers, 3 seats: quota 7. A has 10 (surplus 3), B 8 (surplus 1); A's papers lift C from 5 to 5 + 10 × 0.3 = 8.
    // All are elected then, so nothing more moves.
    const result = count('ABCD', 3, ['8 B>D', '10 A>C', '5 C', '2 D'])
    expect(stage(result, 1).elected).toEqual([A, B])
    expect(stage(result, 2)).toMatchObject({ action: { kind: 'surplus', option: A, surplus: 3 }, votes: [7, 8, 8, 2] })
    expect(result.elected).toEqual([A, B, C])
    expect(result.steps).toHaveLength(3)
  })

  it('is by the most recent stage at which equal ones differed (rule 49(2))', () => {
    // 25 papers, 4 seats: quota 6. X has 12 and a surplus of 6, each paper 0.5: B 2 + 10 × 0.5 = 7, as many as A has had.
    // At stage 1 A had 7 and B 2, so A's surplus of 1 goes first.
    const result = count('ABCDX', 4, ['7 A', '10 X>B', '2 X>C', '2 B', '1 C', '3 D'])
    expect(stage(result, 2).votes).toEqual([7, 7, 2, 3, 6])
    expect(stage(result, 3).action).toEqual({ kind: 'surplus', option: A, surplus: 1 })
    expect(stage(result, 4).action).toEqual({ kind: 'surplus', option: B, surplus: 1 })
    expect(result.ties).toEqual([
      {
        options: [A, B],
        about: 'surplus',
        brokenBy: { rule: 'earlierStage', stage: 1 },
        order: [A, B],
        step: 3,
        decisive: false,
      },
    ])
    expect(result.elected).toEqual([X, A, B, D])
  })

  it('is by lot where they were equal at all stages (rule 49(3)), and so is their place in the list', () => {
    // 14 papers, 3 seats: quota 4; A and B have 5 each.
    const result = count('ABCD', 3, ['5 A>C', '5 B>D', '2 C', '2 D'], 'BADC')
    expect(stage(result, 2).action).toEqual({ kind: 'surplus', option: B, surplus: 1 })
    expect(result.elected.slice(0, 2)).toEqual([B, A])
    // B's surplus gives D 5 × 0.2 = 1 vote at stage 2, A's gives C as much at stage 3: 3 each, but D had them first. So the lot
    // that put B's surplus first has decided: the other way round D would go out.
    expect(result.ties.map(({ about, order, brokenBy, decisive }) => [about, order, brokenBy, decisive])).toEqual([
      ['place', [B, A], { rule: 'lot' }, false],
      ['surplus', [B, A], { rule: 'lot' }, true],
      ['exclusion', [C, D], { rule: 'earlierStage', stage: 2 }, true],
    ])
    expect(result.elected).toEqual([B, A, D])
  })
})

describe('an exclusion', () => {
  // 18 papers, 2 seats: quota 7. A's surplus is 1 of 8, each paper 0.125; all go to D: 2 + 8 × 0.125 = 3, as many as C.
  const lines = ['6 A>D>B', '2 A>D>C', '5 B', '3 C>D', '1 D>B', '1 D']

  it('takes the lowest at the most recent stage at which equal ones differed (rule 51(2)(a))', () => {
    const result = count('ABCD', 2, lines)
    expect(stage(result, 2).votes).toEqual([7, 5, 3, 3])
    expect(stage(result, 3).excluded).toEqual([D])
    // Had C been excluded, its three papers would have made D 6, and B would have gone out next with 5.
    expect(result.ties).toEqual([
      {
        options: [C, D],
        about: 'exclusion',
        brokenBy: { rule: 'earlierStage', stage: 1 },
        order: [D, C],
        step: 3,
        decisive: true,
      },
    ])
  })

  it('moves papers at the value at which they came (rule 50(4))', () => {
    // D's own papers: one to B at 1, one to nobody. A's: six to B, 0.75; two to C, 0.25. 7 + 6.75 + 3.25 + 1 = 18.
    expect(stage(count('ABCD', 2, lines), 3)).toMatchObject({
      action: { kind: 'exclusion', option: D },
      change: [0, '1.75', '0.25', -3],
      votes: [7, '6.75', '3.25', 0],
      nonTransferable: 1,
      cutOff: 0,
    })
  })

  it('is by lot where they were equal at all stages (rule 51(2)(b)): the last in the lot', () => {
    // 6 papers, 1 seat: quota 4. Without A, its two papers make C 4.
    const result = count('ABC', 1, ['2 A>C', '2 B', '2 C'], 'BCA')
    expect(stage(result, 2)).toMatchObject({ excluded: [A], votes: [0, 2, 4], elected: [C] })
    expect(result.ties).toEqual([
      { options: [A, B, C], about: 'exclusion', brokenBy: { rule: 'lot' }, order: [A, C, B], step: 2, decisive: true },
    ])
  })

  it('of three equal ones narrows them stage by stage', () => {
    // 20 papers, 1 seat: quota 11. Without D there are 4 for each of A, B and C; before, A and B had 3 and C had 4.
    // So A or B goes, who were always equal: the lot's last of the two, though C is last of all in the lot.
    const result = count('ABCDX', 1, ['3 A', '3 B>X', '4 C', '1 D>A', '1 D>B', '8 X'], 'XABDC')
    expect(stage(result, 2)).toMatchObject({ excluded: [D], votes: [4, 4, 4, 0, 8] })
    const found = result.ties.filter((tie) => tie.step === 3)
    expect(found.map(({ options, order, brokenBy }) => ({ options, order, brokenBy }))).toEqual([
      { options: [A, B, C], order: [B, A, C], brokenBy: { rule: 'earlierStage', stage: 1 } },
      { options: [A, B], order: [B, A], brokenBy: { rule: 'lot' } },
    ])
    expect(stage(result, 3).excluded).toEqual([B])
  })

  it('by lot is not said to decide where every order elects the same', () => {
    // 7 papers, 1 seat: quota 4. D and X have nothing; B and C, 2 each, both pass to A.
    const result = count('ABCDX', 1, ['3 A', '2 B>A', '2 C>A'])
    expect(result.ties.map(({ options, brokenBy, decisive }) => [options, brokenBy.rule, decisive])).toEqual([
      [[D, X], 'lot', false],
      [[B, C], 'lot', false],
    ])
    expect(result.elected).toEqual([A])
  })
})

describe('the last vacancies (rule 52)', () => {
  it('are filled without moving a surplus that is still due', () => {
    // 6 papers, 2 seats: quota 3. A has 5; only B is left for the one vacancy.
    const result = count('AB', 2, ['5 A>B', '1 B'])
    expect(stageNames(result)).toEqual(['quota', 'firstPreferences', 'lastVacancies'])
    expect(stage(result, 2)).toMatchObject({ votes: [5, 1], elected: [B] })
  })

  it('are filled after an exclusion whose papers have moved', () => {
    // 12 papers, 2 seats: quota 5, which A has. D, E and C go out; C's paper for B is credited before B is elected without
    // the quota.
    const result = count('ABCDE', 2, ['5 A', '3 B', '1 C>B', '1 C', '1 D', '1 E'])
    expect(stageNames(result).slice(-2)).toEqual(['exclusion', 'lastVacancies'])
    expect(stage(result, 4)).toMatchObject({ votes: [5, 4, 0, 0, 0], change: [0, 1, -2, 0, 0], elected: [] })
    expect(stage(result, 5)).toMatchObject({ votes: [5, 4, 0, 0, 0], elected: [B] })
  })

  it('go to all who stand where there are more seats', () => {
    const result = count('ABC', 5, ['2 B', '1 A'])
    expect(result.elected).toEqual([B, A, C])
    expect(stageNames(result)).toEqual(['quota', 'firstPreferences', 'lastVacancies'])
  })

  it('are decided by the lot where nobody voted', () => {
    const result = count('ABC', 2, [], 'CAB')
    expect(result.steps[0]).toEqual({ kind: 'quota', valid: 0, notValid: 0, seats: 2, quota: 1 })
    expect(result.elected).toEqual([C, A])
    expect(result.ties.map(({ about, order, decisive }) => [about, order, decisive])).toEqual([
      ['exclusion', [B, A, C], true],
      ['place', [C, A], false],
    ])
  })

  it('are none where nobody stands', () => {
    expect(count('', 2, []).elected).toEqual([])
  })
})

describe('a paper', () => {
  it('is valid with exactly one first preference (rule 43)', () => {
    // Not valid: nothing, a first preference for two, no first preference.
    const result = count('ABC', 1, ['1 ', '2 A=B>C', '3 >A', '4 A>B=C'])
    expect(result.steps[0]).toMatchObject({ valid: 4, notValid: 6 })
  })

  // 1 seat and 9 papers, quota 5: A goes out first and its papers are read on.
  const secondStage = (paper: string) => stage(count('ABCD', 1, [`2 ${paper}`, '4 B', '3 C']), 3)

  it('is read on past those who are out', () => {
    expect(secondStage('A>D>C').votes).toEqual([0, 4, 5, 0])
  })

  it('is not read past a gap, nor past a rank that two share, even if one of the two is out', () => {
    for (const paper of ['A>>C', 'A>D>>C', 'A>C=D', 'A>D=B>C', 'A>B=C=D']) {
      expect(secondStage(paper), paper).toMatchObject({ votes: [0, 4, 3, 0], nonTransferable: 2 })
    }
  })
})

/** An amount in units of 0.00001. */
function units(amount: Amount): bigint {
  const [whole = '', fraction = ''] = String(amount).split('.')
  return BigInt(whole + fraction.padEnd(5, '0'))
}

describe('whatever the ballots', () => {
  it('the votes of all, what is not transferable and what was cut off make up the valid papers at every stage', () => {
    fc.assert(
      fc.property(someRankings(6, 14), fc.integer({ min: 1, max: 4 }), (ballots, seats) => {
        const result = countScottishStv(6, ballots, { seats, lot: aLot('ABCDEF') })
        const [first] = result.steps
        if (first?.kind !== 'quota') throw new Error('no quota')
        for (const step of result.steps.slice(1) as StageStep[]) {
          const all = [...step.votes, step.nonTransferable, step.cutOff].reduce<bigint>(
            (sum, one) => sum + units(one),
            0n,
          )
          expect(all).toBe(BigInt(first.valid) * 100_000n)
          expect(step.votes.every((votes) => units(votes) >= 0n) && units(step.cutOff) >= 0n).toBe(true)
        }
        expect(new Set(result.elected).size).toBe(seats)
      }),
      { numRuns: 100 },
    )
  })
})
