import type { BallotForm, Ballots, BallotsOf, MarkedBallot, RankingBallot } from './election.ts'

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
function rankByMarks(optionCount: number, { weight, options, marks }: MarkedBallot, unmarked: number): RankingBallot {
  const markOf = new Map(options.map((option, at) => [option, marks[at]!]))
  if (marks.some((mark) => mark < unmarked))
    for (let option = 0; option < optionCount; option++) if (!markOf.has(option)) markOf.set(option, unmarked)
  const lowest = Math.min(unmarked, ...marks)
  const ranked = [...markOf].filter(([, mark]) => mark > lowest).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  const ranks: number[] = []
  ranked.forEach(([, mark], at) => {
    ranks.push(at === 0 ? 1 : mark === ranked[at - 1]![1] ? ranks[at - 1]! : ranks[at - 1]! + 1)
  })
  return { weight, options: ranked.map(([option]) => option), ranks }
}
