import type { MeetingState, Question } from '../../../../shared/live/state.ts'
import { CommandForm } from '../CommandForm.tsx'
import { openQuestions } from '../inOrder.ts'
import { timeOfDay } from '../times.ts'
import { useSteadyOrder } from '../useSteadyOrder.ts'
import { ChairQuestion } from './ChairQuestion.tsx'
import { Fold, KeyButton } from './KeyButton.tsx'
import { ManyQuestions } from './ManyQuestions.tsx'
import { MiniField } from './MiniField.tsx'

/** Questions: those that wait for the chair first, then as everybody sees them, then what is dealt with. */
export function ChairQuestions({ state }: { state: MeetingState }) {
  const waiting = state.questions.filter((question) => question.state === 'waiting')
  const open = openQuestions(state.questions)
  const { ordered, handlers } = useSteadyOrder([...waiting, ...open])
  const rest = state.questions.filter(({ state }) => ['answered', 'later', 'hidden', 'merged'].includes(state))
  const canAdd = state.phase === 'planned' || state.phase === 'running'
  return (
    <section class="patch-chair__questions" id="questions" tabIndex={-1} aria-labelledby="chair-questions">
      <h2 class="patch-chair__heading" id="chair-questions">
        Questions {waiting.length > 0 && <span class="patch-chair__count">{waiting.length} to read</span>}
      </h2>
      {state.settings.knownBefore !== null && (
        <p class="patch-chair__hint">
          Only devices that were here before {timeOfDay(state.settings.knownBefore)} can ask: see Settings.
        </p>
      )}
      {state.questions.length > 0 && <ManyQuestions state={state} waiting={waiting} />}
      {ordered.length === 0 && <p class="patch-chair__hint">No questions are open.</p>}
      <ul class="patch-desk-list" data-key="q" {...handlers}>
        {ordered.map((question) => (
          <ChairQuestion key={question.id} question={question} state={state} others={othersThan(question, state)} />
        ))}
      </ul>
      {canAdd && (
        <CommandForm kind="question:add" class="patch-row-form" fields={{ item: state.currentItem ?? '' }} isTyped>
          <MiniField id="hall-question" name="text" label="A question from the hall" isLabelHidden k="k" />
          <KeyButton k="k">Add</KeyButton>
        </CommandForm>
      )}
      {rest.length > 0 && (
        <Fold k="z" summary={`Dealt with (${rest.length})`} class="patch-fold--block">
          <ul class="patch-desk-list">
            {rest.map((question) => (
              <ChairQuestion key={question.id} question={question} state={state} others={[]} />
            ))}
          </ul>
        </Fold>
      )}
    </section>
  )
}

/** Nobody looks through more: and a list of all beside each would grow with the square of them. */
const mostOthers = 25

/** What a question can be joined with: the most wanted. */
function othersThan(question: Question, { questions }: MeetingState): Question[] {
  return questions
    .filter(
      ({ id, state, isPublic }) =>
        id !== question.id && state !== 'merged' && state !== 'hidden' && (isPublic || !question.isPublic),
    )
    .toSorted((one, other) => other.backings - one.backings || one.number - other.number)
    .slice(0, mostOthers)
}
