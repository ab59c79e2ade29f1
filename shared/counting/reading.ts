import type { BallotForm, Ballots, BallotsOf, MarkedBallot, OptionIndex, RankingBallot } from './election.ts'

/** How ballots of one form are taken for another; every one of them is said in the report. */
export type Reading =
  /** Every option that a ballot ranks counts as chosen. */
  | 'rankedAreChosen'
  /** Options with a higher mark rank higher, with the same mark they are tied. */
  | 'marksAreRanks'
  /** A chosen option has the mark one, any other none. */
  | 'choicesAreOnes'
  /** Points are taken for marks. */
  | 'pointsAreMarks'

type Read<Form extends BallotForm> = { ballots: BallotsOf<Form>; reading: Reading | null }

export function asApproval(ballots: Ballots): Read<'approval'> | null {
  if (ballots.form === 'approval') return { ballots, reading: null }
  if (ballots.form !== 'ranking') return null
  const chosen = ballots.ballots.map(({ weight, options }) => ({ weight, options: [...options].sort((a, b) => a - b) }))
  return { ballots: { form: 'approval', most: null, ballots: chosen }, reading: 'rankedAreChosen' }
}

export function asRanking(optionCount: number, ballots: Ballots): Read<'ranking'> | null {
  if (ballots.form === 'ranking') return { ballots, reading: null }
  if (ballots.form === 'approval') return null
  const unmarked = ballots.form === 'score' ? ballots.unmarked : 0
  const ranked = ballots.ballots.map((ballot) => rankByMarks(optionCount, ballot, unmarked))
  return { ballots: { form: 'ranking', longest: null, ballots: ranked }, reading: 'marksAreRanks' }
}

export function asScore(ballots: Ballots): Read<'score'> | null {
  switch (ballots.form) {
    case 'score':
      return { ballots, reading: null }
    case 'points':
      return { ballots: { ...ballots, form: 'score', unmarked: 0 }, reading: 'pointsAreMarks' }
    case 'approval':
      return {
        ballots: { form: 'score', decimals: 0, unmarked: 0, ballots: ones(ballots) },
        reading: 'choicesAreOnes',
      }
    case 'ranking':
      return null
  }
}

export function asPoints(ballots: Ballots): Read<'points'> | null {
  if (ballots.form === 'points') return { ballots, reading: null }
  if (ballots.form !== 'approval') return null
  return { ballots: { form: 'points', decimals: 0, ballots: ones(ballots) }, reading: 'choicesAreOnes' }
}

function ones(ballots: BallotsOf<'approval'>): MarkedBallot[] {
  return ballots.ballots.map(({ weight, options }) => ({ weight, options, marks: options.map(() => 1) }))
}

/**
 * Ranks a ballot's options by their marks. Those it leaves out stand where their `unmarked` mark puts them; where nothing is
 * below that, they stay unranked, which is as good as last.
 */
function rankByMarks(optionCount: number, ballot: MarkedBallot, unmarked: number): RankingBallot {
  const { options, marks } = ballot.marks.some((mark) => mark < unmarked)
    ? withEveryOption(optionCount, ballot, unmarked)
    : ballot
  let lowest = unmarked
  for (const mark of marks) if (mark < lowest) lowest = mark
  const places: number[] = []
  for (let at = 0; at < options.length; at++) if (marks[at]! > lowest) places.push(at)
  // Options stand ascending, and sorting keeps that order among equal marks.
  places.sort((a, b) => marks[b]! - marks[a]!)
  const ranked: RankingBallot & { options: OptionIndex[]; ranks: number[] } = {
    weight: ballot.weight,
    options: [],
    ranks: [],
  }
  let rank = 0
  places.forEach((place, at) => {
    if (at === 0 || marks[place] !== marks[places[at - 1]!]) rank++
    ranked.options.push(options[place]!)
    ranked.ranks.push(rank)
  })
  return ranked
}

function withEveryOption(optionCount: number, ballot: MarkedBallot, unmarked: number): MarkedBallot {
  const marks = new Array<number>(optionCount).fill(unmarked)
  ballot.options.forEach((option, at) => {
    marks[option] = ballot.marks[at]!
  })
  return { weight: ballot.weight, options: marks.map((_, option) => option), marks }
}
