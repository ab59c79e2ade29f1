import type { MeetingState } from '../../../../shared/live/state.ts'
import { isAsked } from '../../../../shared/minutes/feedback.ts'
import { usePage, usePath } from '../../page.ts'
import type { MeetingFacts } from '../facts.ts'
import { useLive } from '../setting.ts'

/** After the close: thanks, the one question to whoever followed, and the minutes once they are published. */
export function AfterTheMeeting({ facts, state }: { facts: MeetingFacts; state: MeetingState }) {
  const { t } = usePage()
  const to = usePath()
  const { writtenAt } = useLive()
  return (
    <div class="patch-live__after">
      <p class="govuk-inset-text">{t('liveMeeting:over')}</p>
      {isAsked(state.closedAt, writtenAt) && (
        <p class="govuk-body">
          <a class="govuk-button" href={to(`/meetings/${facts.id}/feedback`)}>
            {t('liveMeeting:sayUseful')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        {state.phase === 'published' ? (
          <a class="govuk-link" href={to(`/meetings/${facts.id}/minutes`)}>
            {t('liveMeeting:readMinutes')}
          </a>
        ) : (
          t('liveMeeting:minutesLater')
        )}
      </p>
    </div>
  )
}
