import type { MeetingState, Question } from '../../../../shared/live/state.ts'
import { Button } from '../../Button.tsx'
import { CommandForm } from '../CommandForm.tsx'
import { useMayChair } from '../setting.ts'
import { Action, Fold } from './KeyButton.tsx'
import { ManyChoice } from './ManyQuestions.tsx'
import { MiniField } from './MiniField.tsx'

interface Props {
  question: Question
  state: MeetingState
  /** What it can be joined with. */
  others: readonly Question[]
}

const stateNames: Record<Question['state'], string> = {
  waiting: 'To read',
  open: '',
  answering: 'Being answered',
  answered: 'Answered',
  later: 'Later',
  hidden: 'Hidden',
  merged: 'Joined with another',
}

/** A question with everything that the chair can do about it. */
export function ChairQuestion({ question, state, others }: Props) {
  const { id, text, name, backings } = question
  const tag = question.isPinned ? 'Held up' : stateNames[question.state]
  return (
    <li class={`patch-desk-question patch-desk-question--${question.state}`} tabIndex={-1} data-scope="question">
      <p class="patch-desk-question__text">{text}</p>
      <p class="patch-desk-question__about">
        {tag !== '' && <strong class="patch-desk-question__tag">{tag}</strong>}
        {[`${backings} ${backings === 1 ? 'device' : 'devices'}`, name].filter(Boolean).join(' · ')}
      </p>
      {question.hiddenBecause !== null && <p class="patch-desk-question__about">Because: {question.hiddenBecause}</p>}
      {question.answer && question.answer.text !== '' && (
        <p class="patch-desk-question__about">Answer: {question.answer.text}</p>
      )}
      {state.phase !== 'published' && question.state !== 'merged' && (
        <QuestionActions
          question={question}
          state={state}
          others={others}
          one={{ about: id, fields: { question: id } }}
        />
      )}
    </li>
  )
}

interface ActionsProps extends Props {
  one: { about: string; fields: { question: string } }
}

function QuestionActions({ question, state, others, one }: ActionsProps) {
  const { state: now, text, isPinned } = question
  const isOpen = now === 'open' || now === 'answering'
  const isLive = state.phase === 'planned' || state.phase === 'running'
  const may = useMayChair(state.phase)
  return (
    <div class="patch-desk-actions">
      {(isOpen || now === 'waiting') && may('questions:hide') && <ManyChoice key={now} question={question} />}
      {!isOpen && may('question:approve') && (
        <Action kind="question:approve" {...one} k="a" of={text}>
          {now === 'waiting' ? 'Show' : 'Open again'}
        </Action>
      )}
      {now === 'open' && state.phase === 'running' && (
        <Action kind="question:answering" {...one} k="w" of={text}>
          Answer now
        </Action>
      )}
      {isOpen && may('question:answer') && (
        <Fold k="v" summary="Answered" of={text} form={`question:answer ${question.id}`}>
          <CommandForm kind="question:answer" {...one} isTyped>
            <MiniField id={`answer-${question.id}`} name="text" label="Answer in writing (you can leave it out)" />
            <Button kind="secondary">It is answered</Button>
          </CommandForm>
        </Fold>
      )}
      {isOpen && isLive && (
        <Action kind="question:later" {...one} k="l" of={text}>
          Later
        </Action>
      )}
      {isOpen && isLive && (
        <Action kind={isPinned ? 'question:unpin' : 'question:pin'} {...one} k="i" of={text}>
          {isPinned ? 'Let go' : 'Hold up'}
        </Action>
      )}
      {isLive && others.length > 0 && now !== 'hidden' && (
        <Fold k="j" summary="Join" of={text} form={`question:merge ${question.id}`}>
          <CommandForm kind="question:merge" {...one}>
            <div class="patch-mini">
              <label class="patch-mini__label" for={`into-${question.id}`}>
                Is the same as
              </label>
              <select class="govuk-select patch-mini__select" id={`into-${question.id}`} name="into">
                {others.map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.text.slice(0, 80)}
                  </option>
                ))}
              </select>
            </div>
            <Button kind="secondary">Join</Button>
          </CommandForm>
        </Fold>
      )}
      {now !== 'hidden' && may('question:hide') && (
        <Fold k="t" summary="Hide" of={text} form={`question:hide ${question.id}`}>
          <CommandForm kind="question:hide" {...one} isTyped>
            <MiniField id={`reason-${question.id}`} name="reason" label="Why? It is kept, and shown to nobody else." />
            <Button kind="secondary">Hide</Button>
          </CommandForm>
        </Fold>
      )}
    </div>
  )
}
