import type { UsefulnessBody } from '../../../shared/api/minutes.ts'
import { isAsked } from '../../../shared/minutes/feedback.ts'
import { fewestAnswers } from '../../../shared/standards/measures/satisfaction.ts'
import { wilson } from '../../../shared/statistics/wilson.ts'

/** So long after that, the words of those who gave a reason are kept. */
export const reasonsKeptDays = 90

/** Whether the question can be answered. @param closedAt null while the meeting is not over */
export function feedbackState(closedAt: Date | null, now: Date): 'notOpen' | 'open' | 'over' {
  if (closedAt === null) return 'notOpen'
  return isAsked(closedAt.getTime(), now.getTime()) ? 'open' : 'over'
}

/** How useful a meeting was found, as it is published: of too few answers neither how many they are nor what they say. */
export function usefulnessOf({ answers, useful }: { answers: number; useful: number }): UsefulnessBody {
  const nothing = { useful: null, share: null, low: null, high: null }
  if (answers === 0) return { answers: 0, ...nothing }
  const interval = answers < fewestAnswers ? null : wilson(useful, answers)
  return interval ? { answers, useful, ...interval } : { answers: null, ...nothing }
}
