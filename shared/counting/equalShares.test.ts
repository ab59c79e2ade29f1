import fc from 'fast-check'
import Fraction from 'fraction.js'
import { describe, expect, it } from 'vitest'
import type { BoughtStep, LookedAtStep, RaisedStep, SharesEndStep } from './count.ts'
import type { Ballots, Completion } from './election.ts'
import { countEqualShares } from './equalShares.ts'
import { drawLot } from './lot.ts'

interface Choosing {
  /** By id. */
  costs: Record<string, number>
  /** What there is to spend. */
  total: number
  /** How many voters chose which projects, named by single letters. */
  ballots: readonly (readonly [weight: number, letters: string])[]
  completion?: Completion
  threshold?: number
}

/** Projects are named by letters; money has no decimals. */
function share({ costs, total, ballots, completion = 'none', threshold }: Choosing, seed = 'seed') {
  const ids = Object.keys(costs)
  const cast: Ballots = {
    form: 'approval',
    most: null,
    ballots: ballots.map(([weight, letters]) => ({
      weight,
      options: ids.flatMap((id, option) => (letters.includes(id) ? [option] : [])),
    })),
  }
  return counted(ids, Object.values(costs), total, cast, completion, threshold ?? null, 0, seed)
}

function counted(
  ids: readonly string[],
  costs: readonly number[],
  total: number,
  ballots: Ballots,
  completion: Completion,
  scoreThreshold: number | null,
  moneyDecimals: number,
  seed = 'seed',
) {
  const projects = { budget: { total: BigInt(total), moneyDecimals, scoreThreshold }, costs: costs.map(BigInt) }
  const lot = drawLot(ids, seed)
  const count = countEqualShares(projects, ballots, { lot, completion })
  return {
    ...count,
    names: count.elected.map((option) => ids[option]).join(''),
    lotNames: lot.order.map((option) => ids[option]).join(''),
    bought: count.steps.filter((step): step is BoughtStep => step.kind === 'bought'),
    raised: count.steps.filter((step): step is RaisedStep => step.kind === 'raised'),
    lookedAt: count.steps.filter((step): step is LookedAtStep => step.kind === 'lookedAt'),
    end: count.steps.find((step): step is SharesEndStep => step.kind === 'sharesEnd')!,
    tieNames: count.ties.map((tie) => ({ ...tie, order: tie.order.map((option) => ids[option]).join('') })),
  }
}

describe('equal shares, published examples', () => {
  // Wikipedia, "Method of Equal Shares", Example 1, tells votes and payments: D has 66 votes and costs each 3.03, A 60 and 3.33, C
  // 3.64, then the first 46 voters have nothing left; G costs 6.97 at most, and 20 voters pay 10 each for H. These are the groups of
  // voters that give those payments; what nobody could pay for (B, E, F and I) is supported here by those who have nothing left.
  it('buys D, A, C, G and H in the example of Wikipedia', () => {
    const { names, bought, steps, end } = share({
      costs: { A: 200, B: 200, C: 200, D: 200, E: 200, F: 200, G: 200, H: 200, I: 200 },
      total: 1000,
      ballots: [
        [46, 'ABCDI'],
        [20, 'DEFG'],
        [5, 'AEG'],
        [9, 'ACG'],
        [20, 'H'],
      ],
    })
    expect(names).toBe('DACGH')
    expect(steps[0]).toEqual({ kind: 'shares', total: 1000, voters: 100, each: 10 })
    expect(bought.map(({ payment }) => payment)).toEqual(['100/33', '10/3', '40/11', '230/33', 10])
    expect(bought.map(({ paidAll }) => paidAll)).toEqual([0, 0, 0, 14, 0])
    expect(bought[3]).toMatchObject({ supporters: 34, effectiveVotes: '660/23' })
    expect(end).toEqual({ kind: 'sharesEnd', why: 'noneAffordable', spent: 1000, left: 0 })
  })

  // equalshares.net/explanation, Examples 1 and 2: eleven voters and a budget of 1100; B bike path, G outdoor gym, P new park,
  // Y new playground, L library for kids. They differ in what the last voter chooses.
  const places = { B: 700, G: 400, P: 250, Y: 200, L: 100 }
  const ten: [number, string][] = [
    [3, 'BG'],
    [3, 'BGP'],
    [2, 'PYL'],
    [1, 'Y'],
    [1, 'YL'],
  ]
  it('buys the bike path, the playground and the library in Example 1 of equalshares.net', () => {
    const { names, bought } = share({ costs: places, total: 1100, ballots: [...ten, [1, 'B']] })
    expect(names).toBe('BYL')
    expect(bought.map(({ payment, effectiveVotes }) => [payment, effectiveVotes])).toEqual([
      [100, 7],
      [50, 4],
      ['100/3', 3],
    ])
  })

  it('buys the gym, the park and the playground in Example 2, where some pay all they have', () => {
    const { names, bought } = share({ costs: places, total: 1100, ballots: [...ten, [1, 'G']] })
    expect(names).toBe('GPY')
    // 400/7 each; then three have 300/7 left and pay it, so two pay (250 − 900/7)/2 = 425/7; and again 275/7 and 425/7.
    expect(bought.map(({ payment, paidAll, effectiveVotes }) => [payment, paidAll, effectiveVotes])).toEqual([
      ['400/7', 0, 7],
      ['425/7', 3, '70/17'],
      ['425/7', 2, '56/17'],
    ])
  })

  // The example of the page on the .pb format in equalshares-compute-tool, counted by hand. At 250 each only project 4 is affordable
  // (six voters pay 700/3). Project 1 needs 4 × share − 2 × 700/3 ≥ 600, so 267 each; then nothing more fits in 2500.
  const format: Choosing = {
    costs: { 1: 600, 2: 800, 4: 1400, 5: 1000, 7: 1200 },
    total: 2500,
    ballots: ['124', '12', '245', '57', '147', '17', '5', '4', '245', '45'].map((letters) => [1, letters] as const),
  }
  it('buys one project of five in the example of the .pb format, and two with completion', () => {
    expect(share(format)).toMatchObject({ names: '4', end: { why: 'noneAffordable', spent: 1400, left: 1100 } })
    const { names, bought, raised, end, steps } = share({ ...format, completion: 'add1' })
    expect(names).toBe('41')
    expect(raised.map(({ each }) => each)).toEqual(Array.from({ length: 17 }, (_, raise) => 251 + raise))
    expect(steps.filter(({ kind }) => kind === 'shares')).toEqual([
      { kind: 'shares', total: 2500, voters: 10, each: 250 },
      { kind: 'shares', total: 2670, voters: 10, each: 267 },
    ])
    expect(bought[1]).toMatchObject({ paidAll: 2, payment: '799/3', effectiveVotes: '1800/799' })
    expect(end).toEqual({ kind: 'sharesEnd', why: 'nothingMoreFits', spent: 2000, left: 500 })
  })
})

describe('equal shares, completion', () => {
  it('keeps the shares before those that would overspend, and add1u spends the rest by votes', () => {
    // At 5 each nobody can pay 6; at 6 each both would, which is more than there is.
    const two: Choosing = {
      costs: { A: 6, B: 6, C: 4 },
      total: 10,
      ballots: [
        [1, 'A'],
        [1, 'B'],
      ],
    }
    const add1 = share({ ...two, completion: 'add1' })
    expect(add1).toMatchObject({ names: '', end: { why: 'overspends', spent: 0, left: 10 } })
    expect(add1.raised).toEqual([{ kind: 'raised', each: 6, elected: [0, 1], cost: 12, outcome: 'overspends' }])

    const add1u = share({ ...two, completion: 'add1u' })
    const [first] = add1u.lotNames.replace('C', '')
    expect(add1u.names).toBe(`${first}C`)
    expect(add1u.lookedAt.map(({ score, left, outcome }) => [score, left, outcome])).toEqual([
      [1, 10, 'funded'],
      [1, 4, 'doesNotFit'],
      [0, 4, 'funded'],
    ])
    expect(add1u.ties).toMatchObject([{ about: 'purchase', brokenBy: { rule: 'lot' }, decisive: true }])
    expect(add1u.steps[add1u.ties[0]!.step]).toBe(add1u.lookedAt[0])
  })

  it('raises first to the next whole unit of currency', () => {
    const ballots: Ballots = {
      form: 'approval',
      most: null,
      ballots: [
        { weight: 2, options: [0] },
        { weight: 1, options: [1] },
      ],
    }
    // 10.00 among three is 3.33 and a third; the first raise is to 4 each.
    const { raised, steps, names } = counted(['A', 'B'], [800, 200], 1000, ballots, 'add1', null, 2)
    expect(steps[0]).toEqual({ kind: 'shares', total: 10, voters: 3, each: '10/3' })
    expect(raised).toEqual([{ kind: 'raised', each: 4, elected: [0, 1], cost: 10, outcome: 'kept' }])
    expect(names).toBe('AB')
  })

  it('can drop what the first shares bought', () => {
    // At 6 each B (3 votes) is out of reach and the pair buys A. At 8 each the three buy B; A then is out of the pair's reach.
    const election: Choosing = {
      costs: { A: 10, B: 24, C: 3 },
      total: 24,
      ballots: [
        [2, 'AB'],
        [1, 'B'],
        [1, ''],
      ],
    }
    expect(share(election).names).toBe('A')
    const { names, end } = share({ ...election, completion: 'add1' })
    expect(names).toBe('B')
    expect(end).toMatchObject({ why: 'nothingMoreFits', left: 0 })
  })

  it('ends when every supported project is bought, though others would fit', () => {
    const { names, raised, end } = share({
      costs: { A: 2, B: 1 },
      total: 10,
      ballots: [[2, 'A']],
      completion: 'add1',
    })
    expect({ names, raised, why: end.why }).toEqual({ names: 'A', raised: [], why: 'allSupportedFunded' })
  })

  it('tells a long row of raises by its first, those that bought others, and the last', () => {
    const { raised, names, end } = share({
      costs: { A: 100, B: 300, C: 1 },
      total: 400,
      ballots: [
        [1, 'A'],
        [1, 'B'],
        [8, ''],
      ],
      completion: 'add1',
    })
    expect(raised.map(({ each, elected }) => [each, elected])).toEqual([
      [41, []],
      [100, [0]],
      [300, [0, 1]],
    ])
    expect(names).toBe('AB')
    expect(end.why).toBe('allSupportedFunded')
  })

  it('has nothing to share where nobody votes', () => {
    for (const completion of ['none', 'add1', 'add1u'] as const) {
      const { elected, end, steps } = share({ costs: { A: 5 }, total: 4, ballots: [], completion })
      expect(elected).toEqual([])
      expect(steps[0]).toEqual({ kind: 'shares', total: 4, voters: 0, each: 0 })
      expect(end).toEqual({ kind: 'sharesEnd', why: 'noneAffordable', spent: 0, left: 4 })
    }
  })
})

describe('equal shares, which projects', () => {
  it('buys what costs nothing first, if anybody supports it', () => {
    const { names, bought } = share({
      costs: { A: 5, B: 0, C: 0 },
      total: 10,
      ballots: [
        [2, 'A'],
        [1, 'B'],
      ],
    })
    expect(names).toBe('BA')
    expect(bought[0]).toMatchObject({ option: 1, cost: 0, supporters: 1, payment: 0, effectiveVotes: 1 })
  })

  it('leaves out what has too low a score', () => {
    const election: Choosing = {
      costs: { A: 5, B: 5 },
      total: 30,
      ballots: [
        [2, 'A'],
        [1, 'B'],
      ],
      threshold: 2,
    }
    for (const completion of ['none', 'add1', 'add1u'] as const) {
      expect(share({ ...election, completion }).names).toBe('A')
    }
  })

  it('takes any mark above nought and any rank as support, worth the cost', () => {
    const marked: Ballots = {
      form: 'points',
      decimals: 0,
      ballots: [
        { weight: 2, options: [0, 1], marks: [9, 1] },
        { weight: 1, options: [0, 1], marks: [0, 1] },
      ],
    }
    const ranked: Ballots = {
      form: 'ranking',
      longest: null,
      ballots: [
        { weight: 2, options: [0, 1], ranks: [1, 2] },
        { weight: 1, options: [1], ranks: [1] },
      ],
    }
    for (const ballots of [marked, ranked]) {
      const { bought } = counted(['A', 'B'], [6, 6], 12, ballots, 'none', null, 0)
      expect(bought.map(({ option, supporters }) => [option, supporters])).toEqual([[1, 3]])
    }
  })
})

describe('equal shares, ties', () => {
  it('prefers lower cost', () => {
    const { tieNames, names } = share({ costs: { A: 6, B: 4 }, total: 10, ballots: [[2, 'AB']] })
    expect(names).toBe('BA')
    expect(tieNames).toMatchObject([{ order: 'BA', brokenBy: { rule: 'lowerCost' }, decisive: false, step: 1 }])
  })

  it('then prefers more votes, also of those who can pay nothing any more', () => {
    const { tieNames, names } = share({
      costs: { P: 40, A: 10, B: 10 },
      total: 60,
      ballots: [
        [1, 'PB'],
        [3, 'P'],
        [2, 'AB'],
      ],
    })
    expect(names).toBe('PBA')
    expect(tieNames).toMatchObject([{ order: 'BA', brokenBy: { rule: 'moreVotes' }, decisive: false, step: 2 }])
  })

  it('then draws the lot, and says whether that decided who is funded', () => {
    const { tieNames, names, lotNames } = share({ costs: { A: 10, B: 10 }, total: 10, ballots: [[2, 'AB']] })
    expect(names).toBe(lotNames[0])
    expect(tieNames).toMatchObject([{ order: lotNames, brokenBy: { rule: 'lot' }, decisive: true }])

    const apart = share({
      costs: { A: 5, B: 5 },
      total: 10,
      ballots: [
        [1, 'A'],
        [1, 'B'],
      ],
    })
    expect(apart.names).toBe(apart.lotNames)
    expect(apart.tieNames).toMatchObject([{ order: apart.lotNames, brokenBy: { rule: 'lot' }, decisive: false }])
  })
})

describe('equal shares, ties of shares that were not kept', () => {
  const everySeed = (election: Choosing) =>
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((seed) => share({ ...election, completion: 'add1' }, seed))

  it('are told where the lot decides whether a raise is thrown away', () => {
    // At 2 each B and D are tied. With one of them first the raise overspends and is thrown away; with the other it does not.
    const results = everySeed({
      costs: { A: 2, B: 4, C: 2, D: 4 },
      total: 6,
      ballots: ['BAC', 'A', 'B', 'CBD', 'D', 'BCAD'].map((chosen) => [1, chosen] as const),
    })
    expect(new Set(results.map(({ names }) => names)).size).toBe(2)
    for (const { ties, steps } of results) {
      expect(ties.some(({ decisive, brokenBy }) => decisive && brokenBy.rule === 'lot')).toBe(true)
      for (const { step } of ties) expect(['shares', 'raised', 'bought']).toContain(steps[step]?.kind)
    }
    const thrown = results.find(({ end }) => end.why === 'overspends')!
    expect(thrown.steps[thrown.ties.at(-1)!.step]).toMatchObject({ kind: 'raised', outcome: 'overspends' })
  })

  it('are not told where every order buys the same', () => {
    const [result] = everySeed({
      costs: { A: 2, B: 2, C: 7, D: 7 },
      total: 11,
      ballots: ['A', 'B', 'C', 'D'].map((chosen) => [1, chosen] as const),
    })
    expect(result?.raised.at(-1)?.outcome).toBe('overspends')
    expect(result?.raised.length).toBeGreaterThan(1)
    expect(result?.ties).toMatchObject([{ decisive: false }])
  })
})

const letters = ['a', 'b', 'c', 'd', 'e']
const elections: fc.Arbitrary<Choosing> = fc.record({
  costs: fc
    .array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 5 })
    .map((costs) => Object.fromEntries(costs.map((cost, option) => [letters[option]!, cost]))),
  total: fc.integer({ min: 0, max: 90 }),
  ballots: fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.subarray(letters).map((chosen) => chosen.join('')),
    ),
    { minLength: 1, maxLength: 7 },
  ),
  completion: fc.constantFrom<Completion>('none', 'add1', 'add1u'),
})

describe('equal shares, any election', () => {
  it('with add1 funds the same whatever the seed, unless a tie by lot is told that decides', () => {
    const close = fc.record({
      costs: fc
        .array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 5 })
        .map((costs) => Object.fromEntries(costs.map((cost, option) => [letters[option]!, cost]))),
      total: fc.integer({ min: 3, max: 9 }),
      ballots: fc.array(
        fc.tuple(
          fc.constant(1),
          fc.subarray(letters).map((chosen) => chosen.join('')),
        ),
        {
          minLength: 2,
          maxLength: 6,
        },
      ),
      completion: fc.constant<Completion>('add1'),
    })
    fc.assert(
      fc.property(close, (election) => {
        const results = ['a', 'b', 'c', 'd', 'e'].map((seed) => share(election, seed))
        const sets = new Set(results.map(({ names }) => [...names].sort().join('')))
        if (sets.size === 1) return
        for (const { ties } of results) {
          expect(ties.some(({ decisive, brokenBy }) => decisive && brokenBy.rule === 'lot')).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  const holds = (rule: (election: Choosing) => void) => fc.assert(fc.property(elections, rule), { numRuns: 100 })
  const cost = ({ costs }: Choosing, names: string) => [...names].reduce((sum, name) => sum + costs[name]!, 0)

  it('never spends more than there is', () => {
    holds((election) => {
      expect(cost(election, share(election).names)).toBeLessThanOrEqual(election.total)
    })
  })

  it('never leaves a project that its supporters could together still pay for', () => {
    holds((election) => {
      const { bought, names } = share({ ...election, completion: 'none' })
      const all = election.ballots.reduce((sum, [weight]) => sum + weight, 0)
      const purses = election.ballots.map(() => new Fraction(election.total, all))
      const ids = Object.keys(election.costs)
      for (const { option, payment } of bought) {
        election.ballots.forEach(([, chosen], at) => {
          if (!chosen.includes(ids[option]!)) return
          const left = purses[at]!.sub(new Fraction(payment))
          purses[at] = left.compare(0) < 0 ? new Fraction(0) : left
        })
      }
      for (const id of ids) {
        if (names.includes(id)) continue
        const together = election.ballots.reduce(
          (sum, [weight, chosen], at) => (chosen.includes(id) ? sum.add(purses[at]!.mul(weight)) : sum),
          new Fraction(0),
        )
        const supported = election.ballots.some(([, chosen]) => chosen.includes(id))
        if (supported) expect(together.compare(election.costs[id]!)).toBeLessThan(0)
      }
    })
  })
})
