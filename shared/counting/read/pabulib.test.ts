import { describe, expect, it } from 'vitest'
import { electionOf, faultsOf } from '../../../test/support/readBallotFile.ts'

interface Parts {
  meta?: readonly string[]
  projects?: readonly string[]
  votes: readonly string[]
}

const projectRows = ['project_id;cost;name', '1;600;Culture', '2;800;"Sport; all ages"', 'B-4;1400;"""Quoted"" hall"']

const file = ({ meta = [], projects = projectRows, votes }: Parts) =>
  [
    'META',
    'key; value',
    'description; Municipal PB',
    'budget; 2500',
    ...meta,
    'PROJECTS',
    ...projects,
    'VOTES',
    ...votes,
    '',
  ].join('\n')

const approval = ['vote_type; approval', 'rule; greedy']
const ballotsOf = (parts: Parts, remarks: readonly string[] = []) => electionOf(file(parts), remarks).ballots

describe('a Pabulib file', () => {
  it('may have the heads of its sections in small letters', () => {
    const text = file({ meta: approval, votes: ['voter_id;vote', '1;2'] })
    expect(
      electionOf(
        text.replace(/^(META|PROJECTS|VOTES)$/gm, (head) => head.toLowerCase()),
        [],
        'x.pb',
      ).options,
    ).toHaveLength(3)
  })

  it('gives budget, projects and approvals', () => {
    const election = electionOf(
      file({
        meta: ['rule;greedy', 'vote_type;approval', 'max_length;2', 'min_project_score_threshold;3', 'num_votes;4'],
        votes: ['voter_id; age; vote', '1; 34; 2,1', '2; 51; "1,2"', '3; 23; B-4', '4; 19; '],
      }),
    )
    expect(election.title).toBe('Municipal PB')
    expect(election.budget).toEqual({ total: 2500n, moneyDecimals: 0, scoreThreshold: 3 })
    expect(election.options).toEqual([
      { id: '1', name: 'Culture', withdrawn: false, cost: 600n },
      { id: '2', name: 'Sport; all ages', withdrawn: false, cost: 800n },
      { id: 'B-4', name: '"Quoted" hall', withdrawn: false, cost: 1400n },
    ])
    expect(election.ballots).toEqual({
      form: 'approval',
      most: 2,
      ballots: [
        { weight: 2, options: [0, 1] },
        { weight: 1, options: [2] },
        { weight: 1, options: [] },
      ],
    })
    expect(election.declared).toEqual({ method: 'greedy', completion: null, seats: null, seed: null })
    expect(election.claimed).toBeNull()
  })

  it('gives one choice, orders, points and marks', () => {
    const rule = 'rule;greedy'
    expect(ballotsOf({ meta: [rule, 'vote_type;choose-1'], votes: ['voter_id;vote', '1;2'] })).toEqual({
      form: 'approval',
      most: 1,
      ballots: [{ weight: 1, options: [1] }],
    })
    expect(
      ballotsOf({ meta: [rule, 'vote_type;ordinal', 'max_length;3'], votes: ['voter_id;vote', '1;B-4,1', '2;B-4, 1'] }),
    ).toEqual({ form: 'ranking', longest: 3, ballots: [{ weight: 2, options: [2, 0], ranks: [1, 2] }] })
    expect(
      ballotsOf({
        meta: [rule, 'vote_type;cumulative'],
        votes: ['voter_id;vote;points', '1;2,1;3,2', '2;2,1;3.0,2', '3;1,2;2.5,0'],
      }),
    ).toEqual({
      form: 'points',
      decimals: 1,
      ballots: [
        { weight: 2, options: [0, 1], marks: [20, 30] },
        { weight: 1, options: [0], marks: [25] },
      ],
    })
    expect(
      ballotsOf({
        meta: [rule, 'vote_type;scoring', 'default_score;-0.5'],
        votes: ['voter_id;vote;points', '1;2,1;0,-2'],
      }),
    ).toEqual({ form: 'score', decimals: 1, unmarked: -5, ballots: [{ weight: 1, options: [0, 1], marks: [-20, 0] }] })
  })

  it('knows which rules it can count, and says which it cannot', () => {
    const declared = (rule: string, remarks: string[] = []) =>
      electionOf(file({ meta: ['vote_type;approval', `rule;${rule}`], votes: ['voter_id;vote', '1;1'] }), remarks)
        .declared
    expect(declared('equalshares')).toMatchObject({ method: 'equal-shares', completion: 'none' })
    expect(declared('equalshares/add1')).toMatchObject({ method: 'equal-shares', completion: 'add1' })
    expect(declared('equalshares/add1u')).toMatchObject({ method: 'equal-shares', completion: 'add1u' })
    expect(
      declared('greedy-threshold', [
        'Line 6: The rule “greedy-threshold” cannot be counted as it is: choose a method. Rules that can be: greedy, equalshares, equalshares/add1, equalshares/add1u.',
      ]),
    ).toMatchObject({ method: null, completion: null })
  })

  it('reads money exactly, in the finest unit that is used', () => {
    const projects = ['project_id;cost', '1;0.10', '2;800.5']
    const election = electionOf(file({ meta: approval, projects, votes: ['voter_id;vote', '1;1'] }))
    expect(election.budget).toMatchObject({ total: 250_000n, moneyDecimals: 2 })
    expect(election.options.map(({ cost }) => cost)).toEqual([10n, 80_050n])
  })

  it('takes a comma before decimals only where it can mean nothing else', () => {
    const costs = (...[first, second]: [string, string]) =>
      file({
        meta: approval,
        projects: ['project_id;cost', `1;${first}`, `2;${second}`],
        votes: ['voter_id;vote', '1;1'],
      })
    expect(
      electionOf(costs('1234,50', '7'), [
        'Line 9: “1234,50” is read with the comma before its decimals, since no amount of the file has a point (amounts with a comma: 1).',
      ]).options[0]?.cost,
    ).toBe(123_450n)
    expect(faultsOf(costs('1234,50', '7.5'))[0]).toContain('Line 9: “1234,50” has a comma')
    expect(faultsOf(costs('1,234', '7'))[0]).toContain('Line 9: “1,234” has a comma')
  })

  it('tells what the file says was funded', () => {
    const projects = ['project_id;cost;selected', '1;600;1', '2;800;0', '3;5;2', '4;5;3']
    const election = electionOf(file({ meta: approval, projects, votes: ['voter_id;vote', '1;1'] }), [
      'Line 11: selected is “2”, neither 0 nor 1; what that means only the file’s own comment says, and the project is taken as not chosen (such projects: 2).',
    ])
    expect(election.claimed).toEqual(['1'])
  })

  it('names every wrong line', () => {
    const meta = approval
    expect(faultsOf(file({ meta, votes: ['voter_id;vote', '1;1,7', '2;1,2,1', ';1', '5', '6;1;;x'] }))).toEqual([
      'Line 14: The vote names the project “7”, which is not listed.',
      'Line 15: The vote names the project “1” twice.',
      'Line 16: The vote has no voter_id.',
      'Line 17: Values in the row: 1; expected: 2.',
      'Line 18: Values in the row: 4; no more are expected than 2.',
    ])
    const projects = ['project_id;cost', '1;', '2;ten', '1;5', ';5', '3;-2']
    expect(faultsOf(file({ meta, projects, votes: ['voter_id;vote', '1;1'] }))).toEqual([
      'Line 9: An amount of money is missing.',
      'Line 10: “ten” is no amount of money, such as 2500 or 2500.50.',
      'Line 11: The project “1” is there twice.',
      'Line 12: The project has no project_id.',
      'Line 13: “-2” is no amount of money, such as 2500 or 2500.50.',
    ])
    const points = ['vote_type;cumulative', 'rule;greedy']
    expect(
      faultsOf(file({ meta: points, votes: ['voter_id;vote;points', '1;1,2;3', '2;1;x', '3;1;-1', '4;1;9e9'] })).map(
        (sentence) => sentence.split(/[.;]/)[0],
      ),
    ).toEqual([
      'Line 14: The vote names projects (2) and gives points (1), but not as many of each',
      'Line 15: “x” is not a number, such as 3 or 2',
      'Line 16: “-1” is below nought',
      'Line 17: “9e9” is not a number, such as 3 or 2',
    ])
  })

  it('says which section, column or value is missing', () => {
    expect(faultsOf('META\nkey;value\nbudget;5\nVOTES\nvoter_id;vote\n1;1')).toEqual([
      'The section PROJECTS is missing.',
    ])
    expect(faultsOf(file({ meta: approval, projects: ['project_id', '1'], votes: ['voter_id', '1'] }))).toEqual([
      'Line 8: The section PROJECTS has no column “cost”.',
      'Line 11: The section VOTES has no column “vote”.',
    ])
    expect(faultsOf(file({ meta: ['vote_type;likes', 'rule;greedy'], votes: ['voter_id;vote', '1;1'] }))).toEqual([
      'Line 5: “likes” is no vote_type that can be read: one of approval, choose-1, ordinal, cumulative, scoring is expected.',
    ])
    const noBudget = file({ meta: approval, votes: ['voter_id;vote', '1;1'] }).replace('budget; 2500\n', '')
    expect(faultsOf(noBudget)).toEqual(['The budget is missing in META.'])
    expect(faultsOf(file({ meta: approval, votes: ['voter_id;vote', '1;"1'] }))).toContain(
      'Line 14: A quotation mark opens here and nothing closes it.',
    )
    expect(faultsOf(file({ meta: approval, votes: ['voter_id;vote'] }))).toEqual(['Line 13: The file has no ballots.'])
  })

  it('remarks once on each rule of the file that votes break, and counts them', () => {
    const meta = [
      'vote_type;approval',
      'rule;greedy',
      'max_length;1',
      'min_length;1',
      'max_sum_cost;1500',
      'num_votes;9',
    ]
    const votes = ['voter_id;vote', '1;1,2', '1;1,B-4', '3;']
    electionOf(file({ meta, votes }), [
      'Line 10: Votes that the file says it has: 9; that it has: 3.',
      'Line 18: Projects in the vote: 2; the most allowed is 1. It is counted (such votes: 2).',
      'Line 19: The voter_id “1” voted before; every vote is counted (such votes: 1).',
      'Line 19: The projects of this vote cost more than 1500, the most allowed. It is counted (such votes: 1).',
      'Line 20: Projects in the vote: 0; the least allowed is 1. It is counted (such votes: 1).',
    ])
    const points = ['vote_type;cumulative', 'rule;greedy', 'max_points;3', 'max_sum_points;4']
    electionOf(file({ meta: points, votes: ['voter_id;vote;points', '1;1,2;3,2', '2;1;4', '3;2;3.5'] }), [
      'Line 16: The points of this vote add up to more than 4. It is counted (such votes: 1).',
      'Line 17: Points that the vote gives a project: 4; from - to 3 are allowed. It is counted (such votes: 2).',
    ])
  })

  it('remarks on totals that its votes contradict', () => {
    const projects = ['project_id;cost;votes;score', '1;5;2;3', '2;5;1;7', '3;5;;']
    const votes = ['voter_id;vote;points', '1;1;1.5', '2;1,2;1.5,7', '3;2;0']
    electionOf(file({ meta: ['vote_type;cumulative', 'rule;greedy', 'num_projects;4'], projects, votes }), [
      'Line 7: Projects that the file says it has: 4; that it has: 3.',
      'Line 11: The file says that the number of votes for project “2” is 1; it is 2 (projects that differ: 1).',
    ])
  })
})
