import fc from 'fast-check'
import type { BallotForm, Ballots, Election, MarkedBallot, Option } from '../../../shared/counting/election.ts'
import { someChoices, someRankings } from './ballots.ts'

/** An election over options `a`, `b`, … */
export function anElection(ballots: Ballots, optionCount: number, changes: Partial<Election> = {}): Election {
  return {
    title: null,
    options: Array.from({ length: optionCount }, (_, option): Option => {
      const id = String.fromCharCode(97 + option)
      return { id, name: id, withdrawn: false, cost: null }
    }),
    ballots,
    budget: null,
    declared: { method: null, seats: null, seed: null, completion: null },
    claimed: null,
    ...changes,
  }
}

/** Arbitrary elections of a form, with costs and a budget that some of the options fit into. */
export function someElections(form: BallotForm, optionCount = 5): fc.Arbitrary<Election> {
  const costs = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: optionCount, maxLength: optionCount })
  return fc
    .record({ ballots: someBallots(form, optionCount), costs, total: fc.integer({ min: 1, max: 20 }) })
    .map(({ ballots, costs, total }) => {
      const election = anElection(ballots, optionCount)
      return {
        ...election,
        options: election.options.map((option, at) => ({ ...option, cost: BigInt(costs[at] as number) })),
        budget: { total: BigInt(total), moneyDecimals: 0, scoreThreshold: null },
      }
    })
}

function someBallots(form: BallotForm, optionCount: number): fc.Arbitrary<Ballots> {
  switch (form) {
    case 'approval':
      return someChoices(optionCount)
    case 'ranking':
      return someRankings(optionCount)
    case 'score':
      return someMarks(optionCount, -2, 5).map((ballots) => ({ form, decimals: 1, unmarked: 0, ballots }))
    case 'points':
      return someMarks(optionCount, 0, 5).map((ballots) => ({ form, decimals: 0, ballots }))
  }
}

function someMarks(optionCount: number, lowest: number, highest: number): fc.Arbitrary<MarkedBallot[]> {
  const ballot = fc
    .record({
      weight: fc.integer({ min: 1, max: 4 }),
      marks: fc.array(fc.option(fc.integer({ min: lowest, max: highest })), {
        minLength: optionCount,
        maxLength: optionCount,
      }),
    })
    .map(({ weight, marks }): MarkedBallot => {
      const given = marks.flatMap((mark, option) => (mark === null ? [] : [{ option, mark }]))
      return { weight, options: given.map(({ option }) => option), marks: given.map(({ mark }) => mark) }
    })
  return fc.array(ballot, { minLength: 1, maxLength: 10 })
}

/** The same election with its options listed in another order: `order[new] = old`. */
export function listedAs(election: Election, order: readonly number[]): Election {
  const newIndex = order.map((_, old) => order.indexOf(old))
  const ballots = election.ballots
  const options = order.map((old) => election.options[old] as Option)
  const sorted = (ballot: { options: readonly number[] }, by: (at: number) => number) =>
    ballot.options.map((_, at) => at).sort((a, b) => by(a) - by(b))
  const renumber = (old: number) => newIndex[old] as number
  switch (ballots.form) {
    case 'approval': {
      const renamed = ballots.ballots.map((ballot) => ({
        ...ballot,
        options: ballot.options.map(renumber).sort((a, b) => a - b),
      }))
      return { ...election, options, ballots: { ...ballots, ballots: renamed } }
    }
    case 'ranking': {
      const renamed = ballots.ballots.map((ballot) => {
        const renamedOptions = ballot.options.map(renumber)
        const places = sorted(ballot, (at) => (ballot.ranks[at] as number) * 1000 + (renamedOptions[at] as number))
        return {
          ...ballot,
          options: places.map((at) => renamedOptions[at] as number),
          ranks: places.map((at) => ballot.ranks[at] as number),
        }
      })
      return { ...election, options, ballots: { ...ballots, ballots: renamed } }
    }
    case 'score':
    case 'points': {
      const renamed = ballots.ballots.map((ballot) => {
        const renamedOptions = ballot.options.map(renumber)
        const places = sorted(ballot, (at) => renamedOptions[at] as number)
        return {
          ...ballot,
          options: places.map((at) => renamedOptions[at] as number),
          marks: places.map((at) => ballot.marks[at] as number),
        }
      })
      return { ...election, options, ballots: { ...ballots, ballots: renamed } }
    }
  }
}

/** The same election with other ballots of its own form. */
export function withBallots(election: Election, change: (ballots: Ballots['ballots']) => unknown): Election {
  return { ...election, ballots: { ...election.ballots, ballots: change(election.ballots.ballots) } as Ballots }
}

/**
 * The same election with an option that every ballot puts first: ranked alone before the others, chosen by all, or with more
 * marks or points than any other; and one ballot more that has nothing else, so that no other option has as many.
 */
export function unanimousFirst(election: Election, first: number): Election {
  const rest = <Ballot extends { options: readonly number[] }>(ballot: Ballot) =>
    ballot.options.flatMap((option, at) => (option === first ? [] : [{ option, at }]))
  const { ballots } = election
  switch (ballots.form) {
    case 'approval': {
      const all = ballots.ballots.map(({ weight, options }) => ({
        weight,
        options: [...new Set([...options, first])].sort((a, b) => a - b),
      }))
      return { ...election, ballots: { ...ballots, ballots: [...all, { weight: 1, options: [first] }] } }
    }
    case 'ranking': {
      const all = ballots.ballots.map((ballot) => ({
        weight: ballot.weight,
        options: [first, ...rest(ballot).map(({ option }) => option)],
        ranks: [1, ...rest(ballot).map(({ at }) => (ballot.ranks[at] as number) + 1)],
      }))
      return { ...election, ballots: { ...ballots, ballots: [...all, { weight: 1, options: [first], ranks: [1] }] } }
    }
    case 'score':
    case 'points': {
      const highest = 9
      const all = ballots.ballots.map((ballot) => {
        const pairs = [...rest(ballot).map(({ option, at }) => ({ option, mark: ballot.marks[at] as number }))]
        pairs.push({ option: first, mark: highest })
        pairs.sort((a, b) => a.option - b.option)
        return {
          weight: ballot.weight,
          options: pairs.map(({ option }) => option),
          marks: pairs.map(({ mark }) => mark),
        }
      })
      const alone = { weight: 1, options: [first], marks: [highest] }
      return { ...election, ballots: { ...ballots, ballots: [...all, alone] } }
    }
  }
}
