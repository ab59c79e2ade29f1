import type { MeetingState } from '../../../../shared/live/state.ts'
import { Button } from '../../Button.tsx'
import { usePage } from '../../page.ts'
import { CommandForm, useTyped } from '../CommandForm.tsx'
import { timeOfDay } from '../times.ts'

/** Asking a question, with or without a name. What is half written stays on the device until it is sent. */
export function AskForm({ state }: { state: MeetingState }) {
  const { t } = usePage()
  const typed = useTyped('question:ask')
  const { questionsModerated, questionsPerDevice, knownBefore } = state.settings
  const isRead = questionsModerated || state.phase === 'planned'
  return (
    <CommandForm kind="question:ask" class="patch-ask" isTyped>
      {knownBefore !== null && (
        <p class="govuk-inset-text">{t('liveMeeting:askKnownOnly', { time: timeOfDay(knownBefore) })}</p>
      )}
      <div class="govuk-form-group">
        <label class="govuk-label" for="question-text">
          {t('liveMeeting:yourQuestion')}
        </label>
        <div class="govuk-hint" id="question-hint">
          {t(isRead ? 'liveMeeting:askModerated' : 'liveMeeting:askOpen')} {t('liveMeeting:askStays')}{' '}
          {t('liveMeeting:askLimit', { count: questionsPerDevice })}
        </div>
        <textarea
          class="govuk-textarea"
          id="question-text"
          name="text"
          rows={3}
          aria-describedby="question-hint"
          defaultValue={typed['text'] ?? ''}
        />
      </div>
      <div class="govuk-form-group">
        <label class="govuk-label" for="question-name">
          {t('liveMeeting:yourName')}
        </label>
        <input
          class="govuk-input govuk-input--width-20"
          id="question-name"
          name="name"
          type="text"
          autocomplete="off"
          defaultValue={typed['name'] ?? ''}
        />
      </div>
      <Button kind="primary">{t('liveMeeting:send')}</Button>
    </CommandForm>
  )
}
