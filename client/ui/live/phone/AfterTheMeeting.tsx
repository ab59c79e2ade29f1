import type { MeetingState } from '../../../../shared/live/state.ts'
import { usePage, usePath } from '../../page.ts'
import type { MeetingFacts } from '../facts.ts'

/** After the close: thanks, and the minutes once they are published. */
export function AfterTheMeeting({ facts, state }: { facts: MeetingFacts; state: MeetingState }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-live__after">
      <p class="govuk-inset-text">{t('liveMeeting:over')}</p>
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
