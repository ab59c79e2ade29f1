import type { OwnActs } from '../../../../shared/live/protocol.ts'
import type { MeetingState } from '../../../../shared/live/state.ts'
import { usePage } from '../../page.ts'
import { dealtWith, openQuestions } from '../inOrder.ts'
import { useSteadyOrder } from '../useSteadyOrder.ts'
import { AskForm } from './AskForm.tsx'
import { PhoneQuestion } from './PhoneQuestion.tsx'
import { TooLateToAsk } from './TooLateToAsk.tsx'

interface Props {
  state: MeetingState
  own: OwnActs
  /** Path of the page on which the team is written to, without the language's prefix. */
  contact: string
}

/** Asking, this device's own questions, and everybody's. */
export function Questions({ state, own, contact }: Props) {
  const { t } = usePage()
  const isOpen = state.phase === 'planned' || state.phase === 'running'
  const { ordered, handlers } = useSteadyOrder(openQuestions(state.questions))
  const done = dealtWith(state.questions)
  return (
    <>
      {isOpen ? <AskForm state={state} /> : <TooLateToAsk contact={contact} />}
      <OwnQuestions state={state} own={own} />
      {ordered.length === 0 && done.length === 0 && <p class="govuk-body">{t('liveMeeting:noQuestions')}</p>}
      <ul class="patch-questions" {...handlers}>
        {ordered.map((question) => (
          <PhoneQuestion
            key={question.id}
            question={question}
            isBacked={isOpen ? own.backed.includes(question.id) : undefined}
          />
        ))}
      </ul>
      {done.length > 0 && (
        <details class="govuk-details" data-module="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{t('liveMeeting:dealtWith', { count: done.length })}</span>
          </summary>
          <ul class="patch-questions">
            {done.map((question) => (
              <PhoneQuestion key={question.id} question={question} isBacked={undefined} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What this device has asked, and what became of it. */
function OwnQuestions({ state, own }: { state: MeetingState; own: OwnActs }) {
  const { t } = usePage()
  if (own.questions.length === 0) return null
  return (
    <div class="patch-own">
      <h3 class="govuk-heading-s">{t('liveMeeting:yourQuestions')}</h3>
      <ul class="patch-own__list">
        {own.questions.map((one) => {
          const now = state.questions.find(({ id }) => id === one.id)?.state ?? one.state
          return (
            <li key={one.id}>
              <span class="patch-own__text">{one.text}</span>{' '}
              <span class="patch-own__state">{t(`liveMeeting:own_${now}`)}</span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
