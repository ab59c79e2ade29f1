import { describe, expect, it } from 'vitest'
import { electionOf, faultsOf } from '../../../test/support/readBallotFile.ts'

/** Hill, Wichmann and Woodall, "Algorithm 123" (1987): the example of the form itself. */
const algorithm123 =
  '4 2\n-2\n3 1 3 4 0\n4 1 3 2 0\n2 4 1 3 0\n1 2 0\n2 2 4 3 1 0\n1 3 4 2 0\n0\n"Adam"\n"Basil"\n"Charlotte"\n"Donald"\n"Title"\n'

const ballotsOf = (lines: string) =>
  electionOf(`4 1\n${lines}\n0\n"A"\n"B"\n"C"\n"D"\n"T"`).ballots.ballots.map((ballot) => ({ ...ballot }))

const faultsIn = (lines: string) => faultsOf(`4 1\n${lines}\n0\n"A"\n"B"\n"C"\n"D"\n"T"`)

describe('a .blt file', () => {
  it('gives seats, names, title, who withdrew, and the ballots', () => {
    const election = electionOf(algorithm123)
    expect(election.title).toBe('Title')
    expect(election.declared).toEqual({ method: 'scottish-stv', seats: 2, seed: null, completion: null })
    expect(election.options.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
      ['Adam', false],
      ['Basil', true],
      ['Charlotte', false],
      ['Donald', false],
    ])
    expect(election.ballots.ballots.map(({ weight, options }) => [weight, options])).toEqual([
      [3, [0, 2, 3]],
      [4, [0, 2, 1]],
      [2, [3, 0, 2]],
      [1, [1]],
      [2, [1, 3, 2, 0]],
      [1, [2, 3, 1]],
    ])
  })

  it('is read where line ends mean nothing, as in 1987', () => {
    const { ballots, title } = electionOf(algorithm123.replaceAll('\n', ' '))
    expect(title).toBe('Title')
    expect(ballots).toEqual(electionOf(algorithm123).ballots)
  })

  it('may name those who withdrew on several lines', () => {
    const text = '3 1\n-1 -3\n-2\n1 1 0\n0\n"A"\n"B"\n"C"\n"T"\n'
    expect(electionOf(text).options.every(({ withdrawn }) => withdrawn)).toBe(true)
  })

  it('keeps equal ranks, ranks left out, and ballots without a preference', () => {
    expect(ballotsOf('1 2=3 4 0\n1 4 3=2 0\n2 1 - 3 0\n3 0\n1 - 2 0')).toEqual([
      { weight: 1, options: [1, 2, 3], ranks: [1, 1, 2] },
      { weight: 1, options: [3, 1, 2], ranks: [1, 2, 2] },
      { weight: 2, options: [0, 2], ranks: [1, 3] },
      { weight: 3, options: [], ranks: [] },
      { weight: 1, options: [1], ranks: [2] },
    ])
  })

  it('passes over ids of ballots and comments', () => {
    expect(ballotsOf('# the ballots\n(id 7) 1 2 0 # the first\n\n(8) 1 3 0\n(9) 1 2 0')).toEqual([
      { weight: 2, options: [1], ranks: [1] },
      { weight: 1, options: [2], ranks: [1] },
    ])
  })

  // The files of Scottish councils: the party in doubled quotes, the title without any.
  it('reads the names of Scottish councils', () => {
    const election = electionOf(
      '2 1\n1 1 0 \n0\n"Neil ALEXANDER ""Scottish Liberal Democrats"""\n"Jérémie #1"\nWard 6 - Elgin City North',
    )
    expect(election.options.map(({ id }) => id)).toEqual(['Neil ALEXANDER "Scottish Liberal Democrats"', 'Jérémie #1'])
    expect(election.title).toBe('Ward 6 - Elgin City North')
  })

  it('takes a second text on the line of a name as the party', () => {
    const { options } = electionOf('2 1\n1 1 0\n0\n"Ann" "Greens"\n"Bob" "Labour"\n"T"')
    expect(options.map(({ id, name }) => [id, name])).toEqual([
      ['Ann', 'Ann (Greens)'],
      ['Bob', 'Bob (Labour)'],
    ])
  })

  it('is refused where texts could be a name and a party as well as two names', () => {
    const uneven = 'Line 4: There are 2 texts on this line, and it is not clear'
    expect(faultsOf('3 1\n1 1 0\n0\n"A" "B"\n"C"\n"T"')[0]).toContain(uneven)
    expect(faultsOf('3 1\n1 1 0\n0\n"A" "B"\n"C" "T"')[0]).toContain(uneven)
    expect(faultsOf('4 1\n1 1 0\n0\n"A" "G"\n"B" "L"')[0]).toContain(uneven)
    const { options } = electionOf('2 1\n1 1 0\n0\n"Ann" "Greens"\n"Bob"\n"T"')
    expect(options.map(({ name }) => name)).toEqual(['Ann (Greens)', 'Bob'])
  })

  it('keeps # in a name without quotes, and asks where such a line may be the title', () => {
    const { options } = electionOf('3 1\n1 1 0\n0\n"A"\n"B"\nC #3\n"T"')
    expect(options[2]?.name).toBe('C #3')
    expect(faultsOf('3 1\n1 1 0\n0\n"A"\n"B"\nC #3\nT')[0]).toContain('Line 6: “C #3” is not in quotation marks')
  })

  it('ends at the end mark of old systems, and shows no control characters', () => {
    expect(electionOf(`${algorithm123}\u001a`).title).toBe('Title')
    const remark =
      'Line 4: There are characters here that control a screen and have no place in a name; each is shown as �'
    const { options } = electionOf('1 1\n1 1 0\n0\n"A\u001b[31m"\n"T\u202e"', [
      `${remark} (lines with such characters: 2).`,
    ])
    expect(options[0]?.name).toBe('A�[31m')
  })

  it('remarks on a missing title and on what follows one', () => {
    electionOf('2 1\n1 1 0\n0\n"A"\n"B"\n', ['After the names there is no title.'])
    electionOf('2 1\n1 1 0\n0\n"A"\n"B"\n"T"\n"source"', ['Line 7: What follows the title is not read: “source”.'])
  })

  it('names every wrong line', () => {
    const wrong = ['1 2 3 2 0', '0.5 1 0', '1 5 0', '1 2', 'x 1 0', '1 b 0', '(3 1 0', '1 2= 0', '-2', '1 2 0 0 1 3 0']
    expect(faultsIn(wrong.join('\n')).map((sentence) => sentence.split(/[;:,]/).slice(0, 2).join(':'))).toEqual([
      'Line 2: Candidate 2 is on this ballot twice.',
      'Line 3: The weight “0.5” is a fraction',
      'Line 4: There is no candidate “5”',
      'Line 5: The ballot does not end with 0 on its line.',
      'Line 6: “x” cannot begin a ballot',
      'Line 7: “b” is no preference',
      'Line 8: The bracket before the ballot’s id is not closed.',
      'Line 9: “2=” is no preference',
      'Line 10: “-2” cannot begin a ballot',
      'Line 11: After the 0 that ends the ballot “0 1 3 0” follows',
    ])
    // A nought that is too much must not turn ballots into names.
    expect(faultsIn('1 2 0\n0\n1 3 0\n1 1 0')).toEqual([
      'Line 4: A ballot stands after the 0 that ends the ballots.',
      'Line 5: A ballot stands after the 0 that ends the ballots.',
    ])
    expect(faultsIn('1 2 0\n0')).toEqual(['Line 4: A ballot stands after the 0 that ends the ballots.'])
  })

  it('does not read ballots on where a nought may be missing or too many', () => {
    expect(faultsIn('2 1 3\n4 2 0')).toEqual(['Line 2: The ballot does not end with 0 on its line.'])
    // Some sites write 0 for a choice that was left out: these are no three ballots, nor an end.
    expect(faultsIn('1 2 0 3 0\n1 4 0 0')).toEqual([
      'Line 2: After the 0 that ends the ballot “3 0” follows; each ballot has a line of its own.',
      'Line 3: After the 0 that ends the ballot “0” follows; each ballot has a line of its own.',
    ])
  })

  it('says where ballots or names end too early', () => {
    expect(faultsOf('2 1\n1 1 0\n1 2 0\n')).toEqual([
      'The ballots have no end: a line with 0 alone is expected after the last one, then the names.',
    ])
    expect(faultsOf('2 1\n1 1 0\n"A"\n"B"\n"T"')).toEqual([
      'Line 3: A name stands where a ballot or the 0 after the last ballot is expected.',
    ])
    expect(faultsOf('3 1\n1 1 0\n0\n"A"\n"B"\nThe title')).toEqual([
      'Names of candidates expected after the ballots: 3; there: 2.',
    ])
    expect(faultsOf('2 1\n1 1 0\n0\n"A\n"B"\n"T"')[0]).toContain('Line 4: "A: the quotation marks are not right.')
    expect(faultsOf('2 0\n1 1 0\n0')).toEqual([
      'Line 1: The number of seats is “0”; a whole number from 1 to 10000 is expected.',
    ])
    expect(faultsOf('3 999999999999\n1 1 0\n0')[0]).toContain('The number of seats is “999999999999”')
    expect(faultsOf('3 1 2\n1 1 0\n0')[0]).toContain('Line 1: “3 1 2”: two numbers are expected here')
    expect(faultsOf('\n', 'x.blt')).toEqual(['The file is empty.'])
    expect(faultsOf('two candidates', 'x.blt')[0]).toContain('is no beginning of a .blt file')
  })

  it('refuses what others added and what has no meaning here', () => {
    expect(faultsOf('2 1\n[nick a b]\n1 1 0\n0\n"A"\n"B"\n"T"')[0]).toContain('“[nick” is an addition to the .blt form')
    expect(faultsOf('2 1\n1 1 0\n0\n"A"\n"B"\n=tie 2 1 0\n"T"')[0]).toContain('“=tie 2 1 0” is an addition')
    expect(faultsOf('2 1\n1000000001 1 0\n0\n"A"\n"B"\n"T"')[0]).toContain('more than 1000000000 ballots')
  })
})
