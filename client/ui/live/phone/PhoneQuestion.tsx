import type { Question } from '../../../../shared/live/state.ts'
import { usePage } from '../../page.ts'
import { CommandForm } from '../CommandForm.tsx'

interface Props {
  question: Question
  /** Whether this device wants it answered; undefined where it can no longer say so. */
  isBacked: boolean | undefined
}

/** A question as everybody sees it, with a button to want it answered too. */
export function PhoneQuestion({ question, isBacked }: Props) {
  const { t } = usePage()
  const { id, text, name, backings, state, answer } = question
  const mark =
    state === 'answering' ? t('liveMeeting:answering') : question.isPinned ? t('liveMeeting:pinned') : undefined
  return (
    <li class={state === 'answering' ? 'patch-question patch-question--answering' : 'patch-question'}>
      {mark && <p class="patch-question__mark">{mark}</p>}
      <p class="patch-question__text">{text}</p>
      <p class="patch-question__about">
        {[name && t('liveMeeting:askedBy', { name }), t('liveMeeting:backings', { count: backings })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {state === 'answered' && <p class="patch-question__answer">{answer?.text || t('liveMeeting:answeredAloud')}</p>}
      {state === 'later' && <p class="patch-question__answer">{t('liveMeeting:answerLater')}</p>}
      {isBacked !== undefined && <Backing id={id} text={text} isBacked={isBacked} />}
    </li>
  )
}

function Backing({ id, text, isBacked }: { id: string; text: string; isBacked: boolean }) {
  const { t } = usePage()
  const label = t(isBacked ? 'liveMeeting:unbackThis' : 'liveMeeting:backThis', { text })
  return (
    <CommandForm
      kind={isBacked ? 'question:unback' : 'question:back'}
      about={id}
      fields={{ question: id }}
      class="patch-question__back"
    >
      {isBacked && <span class="patch-question__backed">{t('liveMeeting:backedByYou')}</span>}
      <button type="submit" class={isBacked ? 'patch-link-button' : 'patch-back-button'} aria-label={label}>
        {t(isBacked ? 'liveMeeting:unback' : 'liveMeeting:back')}
      </button>
    </CommandForm>
  )
}
