import type { EventBody } from '../../../shared/api/priorities.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage } from '../page.ts'

/** Where an event is: a place, a link to take part, or both. */
export function Where({ event }: { event: Pick<EventBody, 'place' | 'address' | 'onlineUrl' | 'cancelled'> }) {
  const { t } = usePage()
  const place = [event.place, event.address].filter(Boolean).join(', ')
  return (
    <>
      {place && (
        <span class="patch-event__place">
          <ForceWords>{place}</ForceWords>
        </span>
      )}
      {event.onlineUrl && !event.cancelled && (
        <a class="govuk-link patch-event__online" href={event.onlineUrl}>
          {t('priorities:online')}
        </a>
      )}
    </>
  )
}
