import type { TextKey, Translate } from '../i18n/texts.ts'
import type { Problem } from './commands.ts'
import type { Refusal } from './refusals.ts'

/** A refusal as a person reads it. */
export function refusalSentence(t: Translate, reason: Refusal, problem?: Problem): string {
  if (problem?.message.startsWith('live:')) return t(problem.message as TextKey, problem.values)
  return t(`live:refused_${reason}`, { field: problem?.field ?? '' })
}
