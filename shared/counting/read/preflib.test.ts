import { describe, expect, it } from 'vitest'
import { electionOf, faultsOf } from '../../../test/support/readBallotFile.ts'

const file = (kind: string, orders: readonly string[], more: readonly string[] = []) =>
  [
    '# FILE NAME: 1.toc',
    '# TITLE: Debian leader',
    `# DATA TYPE: ${kind}`,
    '# NUMBER ALTERNATIVES: 4',
    ...more,
    '# ALTERNATIVE NAME 1: Branden',
    '# ALTERNATIVE NAME 2: Raphael: the second',
    '# ALTERNATIVE NAME 3: Bdale',
    '# ALTERNATIVE NAME 4: None of the above',
    ...orders,
    '',
  ].join('\n')

describe('a PrefLib file of the present form', () => {
  it('gives title, names and orders', () => {
    const election = electionOf(
      file('toc', ['100: 3,1,2,4', '9: 3,{4,1,2}'], ['# NUMBER VOTERS: 109', '# NUMBER UNIQUE ORDERS: 2']),
    )
    expect(election.title).toBe('Debian leader')
    expect(election.options.map(({ id }) => id)).toEqual([
      'Branden',
      'Raphael: the second',
      'Bdale',
      'None of the above',
    ])
    expect(election.ballots).toEqual({
      form: 'ranking',
      longest: null,
      ballots: [
        { weight: 100, options: [2, 0, 1, 3], ranks: [1, 2, 3, 4] },
        { weight: 9, options: [2, 0, 1, 3], ranks: [1, 2, 2, 2] },
      ],
    })
    expect(election.declared.method).toBeNull()
  })

  it('gives the place after tied alternatives the next number', () => {
    const { ballots } = electionOf(file('toi', ['1: 1, {3, 2}, 4', '2: {4}']))
    expect(ballots.ballots).toEqual([
      { weight: 1, options: [0, 1, 2, 3], ranks: [1, 2, 2, 3] },
      { weight: 2, options: [3], ranks: [1] },
    ])
  })

  it('puts identical orders together, and lets them share their ranks', () => {
    const { ballots } = electionOf(file('soi', ['2: 1,2', '3: 2,1', '4: 1,2']))
    expect(ballots.ballots.map(({ weight }) => weight)).toEqual([6, 3])
    const [first, second] = ballots.ballots
    expect(first && 'ranks' in first && second && 'ranks' in second && first.ranks === second.ranks).toBe(true)
  })

  it('says where its orders break what its kind promises', () => {
    expect(faultsOf(file('soc', ['1: 1,2,3,4', '1: 1,2,3', '1: {1,2},3,4']))).toEqual([
      'Line 10: Alternatives in the order: 3; but in a .soc file every order has all of them (4).',
      'Line 11: Alternatives are tied, but a .soc file has no ties.',
    ])
    expect(faultsOf(file('soi', ['1: 1,{2,3}']))).toEqual([
      'Line 9: Alternatives are tied, but a .soi file has no ties.',
    ])
    expect(faultsOf(file('toc', ['1: 1,{2,3}']))).toEqual([
      'Line 9: Alternatives in the order: 3; but in a .toc file every order has all of them (4).',
    ])
  })

  it('names every wrong line', () => {
    expect(
      faultsOf(
        file('toi', [
          '1: 1,{},2',
          '1: 5',
          '1: 1,2,1',
          '1.5: 1',
          '0: 1',
          '7',
          '1: 1,,2',
          '1: {1,2',
          '1: 1 2',
          '# LATE: x',
        ]),
      ).map((sentence) => sentence.split('.')[0]),
    ).toEqual([
      'Line 9: The braces “{}” hold no alternative',
      'Line 10: There is no alternative “5”; they are numbered from 1 to 4',
      'Line 11: Alternative 1 is there twice',
      'Line 12: “1',
      'Line 13: “0” is no number of voters: a whole number from 1, then “:”, is expected',
      'Line 14: After the number of voters “:” and the order are expected',
      'Line 15: The order cannot be read at “,2”',
      'Line 16: The order cannot be read at “{1,2”',
      'Line 17: The order cannot be read at “2”',
      'Line 18: A line with # stands among the orders; such lines are expected before them only',
    ])
  })

  it('remarks on numbers that its orders contradict, and counts the orders', () => {
    const text = file('soi', ['2: 1', '3: 2'], ['# NUMBER VOTERS: 6', '# NUMBER UNIQUE ORDERS: 3'])
    electionOf(text, [
      'Line 5: The file says that the number of voters is 6; its orders add up to 5.',
      'Line 6: The file says that the number of different orders is 3; it has 2.',
    ])
  })

  it('is refused where it holds no orders, or does not name its alternatives', () => {
    expect(faultsOf(file('cat', ['1: 1,{2,3},{}']))[0]).toContain('a PrefLib file of categories (.cat)')
    expect(faultsOf(file('wmd', ['1,2,0.5']))[0]).toContain('weighted matching (.wmd)')
    expect(faultsOf(file('xyz', []))[0]).toContain('of the kind “xyz”')
    expect(faultsOf('# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n# ALTERNATIVE NAME 1: A\n1: 1,2')).toEqual([
      'Alternative 2 has no name; a line “# ALTERNATIVE NAME 2: …” is expected.',
    ])
    expect(faultsOf(file('soc', []))).toEqual(['The file has no ballots.'])
    expect(faultsOf(file('soi', ['1: 1'], ['# ALTERNATIVE NAME 5: E']))).toEqual([
      'Line 5: ALTERNATIVE NAME 5 names an alternative that there is not; they are numbered from 1 to 4.',
    ])
    expect(faultsOf(file('', ['1: 1']), 'votes.txt')).toEqual([
      'Line 3: The line “# DATA TYPE: …” is missing; one of soc, soi, toc, toi is expected in it.',
    ])
    expect(electionOf(file('', ['1: 1']), [], 'votes.soi').ballots.ballots).toHaveLength(1)
  })

  it('tells alternatives of one name apart', () => {
    const text = file('soi', ['1: 1']).replace('Bdale', 'Branden')
    const election = electionOf(text, [
      'Line 7: Another option is called “Branden” too; this one is shown as “Branden (3)”.',
    ])
    expect(election.options.map(({ id }) => id)).toEqual([
      'Branden',
      'Raphael: the second',
      'Branden (3)',
      'None of the above',
    ])
  })
})

describe('a PrefLib file of the form before 2022', () => {
  const old = '3\n1,Ann, the first\n2,Bob\n3,Cy\n7,7,2\n4,1,{2,3}\n3,2\n'

  it('gives names and orders', () => {
    const election = electionOf(old, [], 'ED-1.toi')
    expect(election.options.map(({ name }) => name)).toEqual(['Ann, the first', 'Bob', 'Cy'])
    expect(election.ballots.ballots).toEqual([
      { weight: 4, options: [0, 1, 2], ranks: [1, 2, 2] },
      { weight: 3, options: [1], ranks: [1] },
    ])
  })

  it('is held to the kind that its name says; without one anything goes that an order can be', () => {
    electionOf(old)
    expect(faultsOf(old, 'ED-1.SOI')).toEqual(['Line 6: Alternatives are tied, but a .soi file has no ties.'])
    expect(faultsOf(old, 'ED-1.pwg')[0]).toContain('of the kind “pwg”')
  })

  it('says what is missing in its head', () => {
    expect(faultsOf('3\n1,A\n2,B\n')).toEqual(['The file ends among the names. Expected: 3; there: 2.'])
    expect(faultsOf('2\n1,A\n2,B\n5,1,2\n')[0]).toContain('The file has no ballots')
    expect(faultsOf('2\n1,A\n2,B\n5,1\n')[0]).toContain('Line 4: “5,1” is not what follows the names')
    expect(faultsOf('2\n1,A\n1,B\n1,1,1\n1,1')[0]).toContain('Line 3: “1,B” is no name of an alternative')
  })
})
