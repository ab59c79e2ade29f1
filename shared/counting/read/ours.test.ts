import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { electionOf, faultsOf } from '../../../test/support/readBallotFile.ts'

const document = readFileSync(join(import.meta.dirname, '../../../docs/ballots.md'), 'utf8')
const example = (kind: string) => document.split(`\`\`\`${kind}\n`)[1]?.split('```')[0] ?? ''

describe('our own ballots', () => {
  it('are as the document shows them as CSV', () => {
    const election = electionOf(example('csv'))
    expect(election.title).toBe('A crossing for Mill Lane')
    expect(election.options).toEqual([
      { id: 'Zebra crossing', name: 'Zebra crossing', withdrawn: false, cost: null },
      { id: 'Traffic lights', name: 'Traffic lights', withdrawn: false, cost: null },
      { id: 'Speed bumps', name: 'Speed bumps', withdrawn: false, cost: null },
      { id: 'A bridge', name: 'A bridge', withdrawn: true, cost: null },
    ])
    expect(election.ballots).toEqual({
      form: 'ranking',
      longest: 3,
      ballots: [
        { weight: 1, options: [0, 1], ranks: [1, 2] },
        { weight: 1, options: [1, 3], ranks: [1, 2] },
        { weight: 1, options: [1, 0, 2], ranks: [1, 2, 2] },
        { weight: 1, options: [], ranks: [] },
      ],
    })
    const seed = 'lottery 4 July 2026: 3 11 19 24 33 58'
    expect(election.declared).toEqual({ method: 'irv', seats: 1, seed, completion: null })
  })

  it('are as the document shows them as JSON', () => {
    const election = electionOf(example('json'))
    expect(election.budget).toEqual({ total: 1_000_000n, moneyDecimals: 2, scoreThreshold: null })
    expect(election.options.map(({ cost, withdrawn }) => [cost, withdrawn])).toEqual([
      [250_000n, false],
      [400_050n, false],
      [900_000n, true],
    ])
    expect(election.ballots).toEqual({
      form: 'approval',
      most: 2,
      ballots: [
        { weight: 1, options: [0, 1] },
        { weight: 1, options: [1, 2] },
        { weight: 3, options: [0] },
      ],
    })
    expect(election.declared).toMatchObject({ method: 'equal-shares', completion: 'add1' })
  })

  const csv = (settings: readonly string[], ballots: readonly string[]) =>
    ['Our Patch ballots,1', ...settings, 'option,1,A', 'option,2,B', 'receipt,1,2', ...ballots].join('\r\n')
  const json = (settings: object, papers: readonly object[]) =>
    JSON.stringify({
      format: 'our-patch-ballots',
      version: 1,
      ...settings,
      options: [{ name: 'A' }, { name: 'B' }],
      papers,
    })

  it('are held to the limits that the file declares', () => {
    expect(faultsOf(csv(['ballots,approval', 'most,1'], ['x,1,1', 'y,2,', 'x,1,', 'x,,1', 'z,1']))).toEqual([
      'Line 7: Options that the ballot marks: 2; the most allowed is 1.',
      'Line 8: The mark “2” for option 1 is none: 1, 0 or nothing is expected.',
      'Line 9: The receipt “x” is on another ballot too.',
      'Line 10: The receipt “x” is on another ballot too.',
      'Line 11: Values in the row: 2; expected: 3.',
    ])
    expect(
      faultsOf(csv(['ballots,score', 'lowest,-1', 'highest,2.5'], ['x,3,', "y,'-2,1", "z,'-0.5,2.5", 'u,no,'])),
    ).toEqual([
      'Line 8: The mark 3 for option 1 is not allowed; from -1 to 2.5 are.',
      'Line 9: The mark -2 for option 1 is not allowed; from -1 to 2.5 are.',
      'Line 11: “no” is not a number, such as 3 or 2.5.',
    ])
    expect(
      faultsOf(csv(['ballots,points', 'pointsEach,10'], ['x,7,4', "y,'-1,", 'z,7,3', 'u,1000000000001,'])),
    ).toEqual([
      'Line 7: The points add up to more than 10.',
      'Line 8: “-1” is below nought; points are from nought.',
      'Line 10: “1000000000001” is too big or too fine: marks and points can be read up to 1000000000000, with six decimals at most.',
    ])
    expect(faultsOf(csv(['ballots,ranking', 'most,1'], ['x,1,2', 'y,0,', 'z,1.5,']))).toEqual([
      'Line 6: Options that the ballot marks: 2; the most allowed is 1.'.replace('6', '7'),
      'Line 8: The rank “0” for option 1 is none: a whole number from 1 to 1000000 or nothing is expected.',
      'Line 9: The rank “1.5” for option 1 is none: a whole number from 1 to 1000000 or nothing is expected.',
    ])
  })

  it('name wrong ballots by their number in JSON', () => {
    const papers = [{ marks: [1, null] }, { marks: [1] }, { receipt: 'a', marks: ['1', 2] }, { marks: [1, 1], rank: 2 }]
    expect(faultsOf(json({ ballots: 'ranking', most: 1 }, papers))).toEqual([
      'Ballot 2: Marks on the ballot: 1; one for each option is expected (2), empty ones too.',
      'Ballot 3: The mark “1” for option 1 must be a number or null.',
      'Ballot 4: “rank” is not known in this place (papers).',
      'Ballot 4: Options that the ballot marks: 2; the most allowed is 1.',
    ])
  })

  it('name settings that are wrong, unknown or out of place', () => {
    expect(
      faultsOf(
        csv(
          [
            'ballots,points',
            'ballots,points',
            'most,2',
            'method,stv',
            'seats,0',
            'colour,red',
            'threshold,3',
            'option,7,C,5',
          ],
          ['x,1,'],
        ),
      ).map((sentence) => sentence.split(/[;:] /).slice(0, 2).join(': ')),
    ).toEqual([
      'Line 3: ballots is there twice.',
      'Line 4: most is only for ballots of the form approval, ranking',
      'Line 5: method is “stv”',
      'Line 6: seats is “0”',
      'Line 7: “colour” is not known here',
      'Line 8: There is a threshold, but the file has no budget.',
      'Line 9: The option’s number is “7”',
      'Line 9: The option “C” has a cost, but the file has no budget.',
      'Line 10: The option’s number is “1”',
      'Line 11: The option’s number is “2”',
      'Line 12: The row before the ballots is “receipt,1,2”',
    ])
    expect(faultsOf(json({ title: 5, most: '2', colour: 1 }, [{ marks: [1, 1] }]))).toEqual([
      '“colour” is not known in this place (file).',
      'title is “5”; text between quotation marks is expected.',
      'most is “2”; a number without quotation marks is expected.',
      'The form of the ballots is missing: “ballots” must say one of approval, ranking, score, points.',
    ])
    expect(faultsOf('{"format": "our-patch-ballots",\n "version": 1,,\n}')).toEqual(['Line 2: This is not right JSON.'])
    expect(faultsOf('{"format": "our-patch-ballots", "version": 2}')).toEqual([
      'The version is “2”; only 1 can be read.',
    ])
    expect(faultsOf('Our Patch ballots,2\nballots,approval')[0]).toContain(
      'Line 1: The first row is “Our Patch ballots,2”',
    )
    expect(faultsOf('Our Patch ballots,1\nballots,approval\noption,1,A')).toEqual([
      'The ballots are missing: the row that begins with receipt is expected after the options.',
    ])
  })

  it('want a cost of every option where there is a budget', () => {
    expect(faultsOf(csv(['ballots,approval', 'budget,100'], ['x,1,']))).toEqual([
      'Line 4: The option “A” has no cost.',
      'Line 5: The option “B” has no cost.',
    ])
  })

  it('say when a spreadsheet has turned commas into semicolons', () => {
    expect(faultsOf('Our Patch ballots;1\nballots;approval\n')[0]).toContain('Line 1: Semicolons stand where commas')
  })
})
