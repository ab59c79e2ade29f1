import type { Question } from '../../../shared/live/state.ts'

/** Questions that are still to be answered: the one being answered, those held up, then the most wanted, then the oldest. */
export function openQuestions(questions: readonly Question[]): Question[] {
  return questions
    .filter(({ state }) => state === 'open' || state === 'answering')
    .toSorted((one, other) => rank(one) - rank(other) || other.backings - one.backings || one.number - other.number)
}

function rank({ state, isPinned }: Question): number {
  if (state === 'answering') return 0
  return isPinned ? 1 : 2
}

/** Questions that were answered, or will be later. */
export function dealtWith(questions: readonly Question[]): Question[] {
  return questions.filter(({ state }) => state === 'answered' || state === 'later')
}
