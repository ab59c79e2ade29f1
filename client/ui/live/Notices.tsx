import type { Refused } from '../../../shared/live/protocol.ts'
import { usePage } from '../page.ts'
import { useLive } from './setting.ts'

/** How the line stands, as far as a person needs to know. */
export interface LineStatus {
  link: 'starting' | 'live' | 'plain' | 'lost'
  isOutdated: boolean
  shut: Refused | null
  late: Refused | null
  waiting: number
  onForgetLate(): void
}

/** Says, politely and only when there is something to say, how the line stands. Absent without script. */
export function Notices({ status }: { status: LineStatus | undefined }) {
  const { t } = usePage()
  const { action } = useLive()
  const { link, isOutdated, shut, late, waiting, onForgetLate } = status ?? {}
  const isLost = link === 'lost'
  return (
    <div class="patch-notices" role="status">
      {isOutdated && (
        <p class="patch-notice">
          {t('liveMeeting:outdated')}{' '}
          <a class="govuk-link" href={action}>
            {t('liveMeeting:reload')}
          </a>
        </p>
      )}
      {shut && <p class="patch-notice">{shut.message}</p>}
      {isLost && !shut && <p class="patch-notice">{t('liveMeeting:lost')}</p>}
      {isLost && waiting !== undefined && waiting > 0 && (
        <p class="patch-notice">{t('liveMeeting:waiting', { count: waiting })}</p>
      )}
      {late && (
        <p class="patch-notice">
          {t('liveMeeting:lateRefused', { message: late.message })}{' '}
          <button type="button" class="patch-link-button" onClick={onForgetLate}>
            {t('liveMeeting:close')}
          </button>
        </p>
      )}
    </div>
  )
}
