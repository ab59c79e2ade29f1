import type { OptionIndex, RankingBallot } from './election.ts'

/**
 * The option for which a paper gives a clear first preference, or null: the paper is then not valid. Rule 43 of Schedule 1 to
 * SSI 2007/42 rejects a paper that gives no first preference, or gives it to more than one candidate.
 */
export function firstPreference({ options, ranks }: RankingBallot): OptionIndex | null {
  return ranks[0] === 1 && ranks[1] !== 1 ? options[0]! : null
}

/**
 * The place in `options` of the next available preference after the place `at`, or -1: then the paper is not transferable.
 *
 * Article 2 of SSI 2007/42 defines it as a second or subsequent preference "in consecutive order" for a continuing candidate,
 * ignoring preferences for those deemed elected or excluded. So the paper is read no further than a number that is missing, or
 * that stands beside two names: what is meant by it is then not clear, even where only one of the two is still continuing.
 * A place that has been reached was reached over consecutive ranks, so the place `at` holds rank `at` + 1.
 */
export function nextPreference({ options, ranks }: RankingBallot, at: number, continuing: readonly boolean[]): number {
  for (let place = at + 1; place < options.length; place++) {
    if (ranks[place] !== place + 1 || ranks[place + 1] === place + 1) return -1
    if (continuing[options[place]!]) return place
  }
  return -1
}
