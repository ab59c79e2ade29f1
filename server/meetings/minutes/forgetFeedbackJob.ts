import { feedbackDays } from '../../../shared/minutes/feedback.ts'
import type { Context } from '../../context.ts'
import type { RegularJob } from '../../jobs/jobs.ts'
import { forgetFeedback } from './feedbackQueries.ts'
import { reasonsKeptDays } from './feedbackRules.ts'

const dayMs = 86_400_000

/** Every night forgets which devices have answered, where nobody is asked any more, and later the reasons that they gave. */
export function forgetFeedbackJob({ database, clock }: Pick<Context, 'database' | 'clock'>): RegularJob {
  return {
    name: 'forget-feedback',
    at: '29 3 * * *',
    run: async () => {
      const before = (days: number) => new Date(clock().getTime() - days * dayMs)
      await forgetFeedback(database, before(feedbackDays), before(feedbackDays + reasonsKeptDays))
    },
  }
}
