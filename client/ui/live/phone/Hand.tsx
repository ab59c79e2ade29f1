import type { OwnActs } from '../../../../shared/live/protocol.ts'
import type { Speaker } from '../../../../shared/live/state.ts'
import { Button } from '../../Button.tsx'
import { usePage } from '../../page.ts'
import { CommandForm, useTyped } from '../CommandForm.tsx'

/** Raising a hand to speak, and lowering it. */
export function Hand({ own, queue }: { own: OwnActs; queue: readonly Speaker[] }) {
  const { t } = usePage()
  const typed = useTyped('hand:raise')
  const waiting = queue.filter(({ speakingSince }) => speakingSince === null)
  const mine = queue.find(({ id }) => id === own.hand)
  if (mine) {
    const text =
      mine.speakingSince === null
        ? t('liveMeeting:yourPlace', { number: waiting.indexOf(mine) + 1 })
        : t('liveMeeting:yourTurn')
    return (
      <CommandForm kind="hand:lower" about={mine.id} fields={{ hand: mine.id }} class="patch-hand patch-hand--up">
        <p class="govuk-body">
          <strong>{text}</strong>
        </p>
        <Button kind="secondary">{t('liveMeeting:lowerHand')}</Button>
      </CommandForm>
    )
  }
  return (
    <CommandForm kind="hand:raise" class="patch-hand" isTyped>
      {waiting.length > 0 && <p class="govuk-body">{t('liveMeeting:queueLength', { count: waiting.length })}</p>}
      <div class="govuk-form-group">
        <label class="govuk-label" for="hand-name">
          {t('liveMeeting:handName')}
        </label>
        <input
          class="govuk-input govuk-input--width-20"
          id="hand-name"
          name="name"
          type="text"
          autocomplete="off"
          defaultValue={typed['name'] ?? ''}
        />
      </div>
      <Button kind="secondary">{t('liveMeeting:raiseHand')}</Button>
    </CommandForm>
  )
}
