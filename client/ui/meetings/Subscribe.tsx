import { usePage } from '../page.ts'

export interface SubscribeProps {
  /** By which a phone or computer offers to subscribe. */
  webcal: string
  /** The same over https, to be pasted. */
  address: string
}

/** How to have every meeting in one's own calendar. */
export function Subscribe({ webcal, address }: SubscribeProps) {
  const { t } = usePage()
  return (
    <section class="patch-section" aria-labelledby="calendar">
      <h2 class="govuk-heading-m" id="calendar">
        {t('meetings:calendarHeading')}
      </h2>
      <p class="govuk-body">
        <a class="govuk-link" href={webcal}>
          {t('meetings:subscribe')}
        </a>
      </p>
      <p class="govuk-body">
        {t('meetings:subscribeByHand')} <span class="patch-break-anywhere">{address}</span>
      </p>
    </section>
  )
}
