import type { ChangeKind } from '../changes.ts'
import type { Question } from '../state.ts'
import { withChanged } from './order.ts'
import type { Reducers } from './reducers.ts'

/** Questions, in the order in which they were asked. */
export const questionReducers: Reducers<Extract<ChangeKind, `question:${string}` | `questions:${string}`>> = {
  'question:asked': ({ questions }, { question, text, name, item, isPublic, backings }, { sequence }) => ({
    questions: [
      ...questions,
      {
        id: question,
        number: sequence,
        text,
        name,
        item,
        state: isPublic ? 'open' : 'waiting',
        isPublic,
        backings,
        isPinned: false,
        answer: null,
        mergedInto: null,
        hiddenBecause: null,
      },
    ],
  }),
  'question:approved': ({ questions }, { question }) => ({ questions: withChanged(questions, question, approved) }),
  'question:hidden': ({ questions }, { question, reason }) => ({
    questions: withChanged(questions, question, (one) => hidden(one, reason)),
  }),
  'questions:hidden': ({ questions }, { questions: chosen, reason }) => {
    const ids = new Set(chosen)
    return { questions: questions.map((one) => (ids.has(one.id) ? hidden(one, reason) : one)) }
  },
  'question:merged': ({ questions }, { question, into, backings }) => ({
    questions: withChanged(
      withChanged(questions, question, (one) => ({ ...one, state: 'merged', isPinned: false, mergedInto: into })),
      into,
      (one) => ({ ...one, backings }),
    ),
  }),
  'question:backed': ({ questions }, { question, backings }) => ({
    questions: withChanged(questions, question, (one) => ({ ...one, backings })),
  }),
  'question:pinned': ({ questions }, { question, isPinned }) => ({
    questions: withChanged(questions, question, (one) => ({ ...one, isPinned })),
  }),
  'question:answering': ({ questions }, { question }) => ({
    questions: questions.map((one) => {
      if (one.id === question) return { ...one, state: 'answering' }
      return one.state === 'answering' ? { ...one, state: 'open' } : one
    }),
  }),
  'question:answered': ({ questions }, { question, text }, { at }) => ({
    questions: withChanged(questions, question, (one) => ({
      ...one,
      state: 'answered',
      isPinned: false,
      answer: { text, at },
    })),
  }),
  'question:put-off': ({ questions }, { question }) => ({
    questions: withChanged(questions, question, (one) => ({ ...one, state: 'later', isPinned: false })),
  }),
  'question:shown': ({ questions }, { question }) => ({
    questions: [...questions.filter(({ id }) => id !== question.id), question].sort((a, b) => a.number - b.number),
  }),
  'question:withdrawn': ({ questions }, { question }) => ({ questions: questions.filter(({ id }) => id !== question) }),
}

function hidden(question: Question, reason: string): Question {
  return { ...question, state: 'hidden', isPublic: false, isPinned: false, hiddenBecause: reason }
}

/** A question that everyone may see and that nobody has answered yet, whatever it was before. */
export function approved(question: Question): Question {
  return { ...question, state: 'open', isPublic: true, answer: null, hiddenBecause: null }
}
