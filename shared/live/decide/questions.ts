import { type Deciders, type Decision, type Device, done, nothingToDo, refuse } from '../decision.ts'
import { most } from '../limits.ts'
import type { MeetingState, Question, QuestionState } from '../state.ts'
import { itemOf } from './agenda.ts'

/** States in which a question counts towards what a device may have: it is not dealt with, or had to be hidden. */
const counts: readonly QuestionState[] = ['waiting', 'open', 'answering', 'hidden']
/** States in which a question counts towards what a chair can read. */
const undealtWith: readonly QuestionState[] = ['waiting', 'open', 'answering']

/** A phone's part: asking, and backing what it sees, once a device. */
export const deviceQuestionDeciders: Deciders<'question:ask' | 'question:back' | 'question:unback', Device> = {
  'question:ask': (state, detail, { asked, since }) => {
    const { knownBefore } = state.settings
    if (knownBefore !== null && (since === null || since >= knownBefore)) return refuse('new-device')
    const own = state.questions.filter(({ id, state }) => asked.includes(id) && counts.includes(state))
    if (own.length >= state.settings.questionsPerDevice) return refuse('too-many-questions')
    return ask(state, detail, state.phase === 'running' && !state.settings.questionsModerated, 1)
  },
  'question:back': (state, { question }, { backed }) => {
    const found = followed(state, question)
    if (!found?.isPublic) return refuse('no-such-question')
    if (backed.includes(found.id)) return nothingToDo
    return done({ kind: 'question:backed', detail: { question: found.id, backings: found.backings + 1 } })
  },
  'question:unback': (state, { question }, { backed }) => {
    const found = followed(state, question)
    if (!found?.isPublic) return refuse('no-such-question')
    if (!backed.includes(found.id)) return nothingToDo
    const backings = Math.max(0, found.backings - 1)
    return done({ kind: 'question:backed', detail: { question: found.id, backings } })
  },
}

/** The chair's part. What is not public is first approved, or stays with the chair. */
export const chairQuestionDeciders: Deciders<
  | 'question:add'
  | 'question:approve'
  | 'question:hide'
  | 'questions:approve'
  | 'questions:hide'
  | 'question:merge'
  | 'question:pin'
  | 'question:unpin'
  | 'question:answering'
  | 'question:answer'
  | 'question:later'
> = {
  'question:add': (state, detail) => ask(state, detail, true, 0),
  'question:approve': (state, { question }) =>
    about(state, question, (one) => {
      if (one.mergedInto) return refuse('is-merged')
      if (one.state === 'open') return nothingToDo
      return done({ kind: 'question:approved', detail: { question } })
    }),
  'question:hide': (state, { question, reason }) =>
    about(state, question, (one) => {
      if (one.state === 'hidden') return nothingToDo
      return done({ kind: 'question:hidden', detail: { question, reason } })
    }),
  'questions:approve': (state, { questions }) =>
    aboutMany(state, questions, (chosen) =>
      done(
        ...chosen
          .filter((one) => one.state === 'waiting')
          .map(({ id }) => ({ kind: 'question:approved' as const, detail: { question: id } })),
      ),
    ),
  // Of those that were chosen while they waited, what somebody has shown or dealt with meanwhile is not this chair's to hide unseen.
  // Those that everyone sees go out of sight one by one, each told as any other is; a flood that only the chair saw is one change.
  'questions:hide': (state, { questions, waiting, reason }) =>
    aboutMany(state, [...questions, ...waiting], (chosen) => {
      const undealt = chosen.filter(({ id, state: now }) =>
        waiting.includes(id) ? now === 'waiting' : undealtWith.includes(now),
      )
      const unseen = undealt.filter(({ isPublic }) => !isPublic).map(({ id }) => id)
      const seen = undealt.filter(({ isPublic }) => isPublic)
      return done(
        ...(unseen.length > 0 ? [{ kind: 'questions:hidden' as const, detail: { questions: unseen, reason } }] : []),
        ...seen.map(({ id }) => ({ kind: 'question:hidden' as const, detail: { question: id, reason } })),
      )
    }),
  'question:merge': (state, { question, into }, _actor, { devicesBehind }) =>
    about(state, question, (one) => {
      const other = followed(state, into)
      if (!other || other.id === question) return refuse('no-such-question')
      if (one.mergedInto) return refuse('is-merged')
      // A question that everyone sees cannot go up in one that only the chair does.
      if (other.state === 'hidden' || (one.isPublic && !other.isPublic)) return refuse('approve-first')
      const backings = Math.max(other.backings, devicesBehind([question, other.id]))
      return done({ kind: 'question:merged', detail: { question, into: other.id, backings } })
    }),
  'question:pin': (state, { question }) => aboutPublic(state, question, (one) => pin(one, true)),
  'question:unpin': (state, { question }) => aboutPublic(state, question, (one) => pin(one, false)),
  'question:answering': (state, { question }) =>
    aboutPublic(state, question, (one) =>
      one.state === 'answering' ? nothingToDo : done({ kind: 'question:answering', detail: { question } }),
    ),
  'question:answer': (state, { question, text }) =>
    aboutPublic(state, question, () => done({ kind: 'question:answered', detail: { question, text } })),
  'question:later': (state, { question }) =>
    aboutPublic(state, question, (one) =>
      one.state === 'later' ? nothingToDo : done({ kind: 'question:put-off', detail: { question } }),
    ),
}

/** The question itself, or the one that it was merged into. */
export function followed({ questions }: MeetingState, id: string): Question | undefined {
  let found = questions.find((one) => one.id === id)
  // Each step is to a question that was not merged at the time, so there are no rounds.
  while (found?.mergedInto) {
    const { mergedInto }: Question = found
    found = questions.find((one) => one.id === mergedInto)
  }
  return found
}

interface Asked {
  question: string
  text: string
  name: string | null
  item: string | null
}

function ask(
  state: MeetingState,
  { question, text, name, item }: Asked,
  isPublic: boolean,
  backings: number,
): Decision {
  const { questions } = state
  if (questions.some(({ id }) => id === question)) return refuse('id-taken')
  const open = questions.filter((one) => undealtWith.includes(one.state))
  const shown = questions.filter((one) => one.state !== 'hidden')
  const isFull =
    open.length >= most.openQuestions || shown.length >= most.questions || questions.length >= most.questionsWithHidden
  if (isFull) return refuse('questions-full')
  const about = itemOf(state, item)?.id ?? null // an item that is gone is nothing to refuse a question for
  return done({ kind: 'question:asked', detail: { question, text, name, item: about, isPublic, backings } })
}

function about(state: MeetingState, id: string, decideOn: (question: Question) => Decision): Decision {
  const found = state.questions.find((one) => one.id === id)
  return found ? decideOn(found) : refuse('no-such-question')
}

/** What somebody else has dealt with meanwhile is passed over by whoever decides. */
function aboutMany(
  { questions }: MeetingState,
  ids: readonly string[],
  decideOn: (chosen: readonly Question[]) => Decision,
): Decision {
  const wanted = new Set(ids)
  const chosen = questions.filter(({ id }) => wanted.has(id))
  return chosen.length === wanted.size ? decideOn(chosen) : refuse('no-such-question')
}

function aboutPublic(state: MeetingState, id: string, decideOn: (question: Question) => Decision): Decision {
  return about(state, id, (question) => {
    if (question.mergedInto) return refuse('is-merged')
    return question.isPublic ? decideOn(question) : refuse('approve-first')
  })
}

function pin({ id, isPinned }: Question, wanted: boolean): Decision {
  return isPinned === wanted
    ? nothingToDo
    : done({ kind: 'question:pinned', detail: { question: id, isPinned: wanted } })
}
