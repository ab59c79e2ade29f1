import type { EventBody } from '../../../shared/api/priorities.ts'
import { weekdayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage, usePath } from '../page.ts'
import { When } from './When.tsx'
import { Where } from './Where.tsx'

const kinds = {
  meeting: 'priorities:kindMeeting',
  'drop-in': 'priorities:kindDropIn',
  other: 'priorities:kindOther',
} as const

/** Dates on which people can come, each with its place; cancelled ones say so. */
export function EventList({ events, withAgenda }: { events: readonly EventBody[]; withAgenda: ReadonlySet<number> }) {
  return (
    <ul class="patch-events">
      {events.map((event) => (
        <OneEvent event={event} hasAgenda={withAgenda.has(event.id)} key={event.id} />
      ))}
    </ul>
  )
}

function OneEvent({ event, hasAgenda }: { event: EventBody; hasAgenda: boolean }) {
  const { t, language } = usePage()
  const to = usePath()
  const day = weekdayInWords(new Date(event.startsAt), language)
  return (
    <li class="patch-event" id={`event-${event.id}`}>
      <h3 class="govuk-heading-s">
        {event.cancelled && <strong class="patch-event__cancelled">{t('priorities:cancelled')}: </strong>}
        <ForceWords>{event.title}</ForceWords>
      </h3>
      <p class="govuk-body">
        {t(kinds[event.kind])}, <When event={event} />
        <Where event={event} />
        {hasAgenda && !event.cancelled && (
          <a class="govuk-link patch-event__online" href={to(`/meetings/${event.id}`)}>
            {t('meetings:takePart')}
            <span class="govuk-visually-hidden">: {day}</span>
          </a>
        )}
      </p>
      {event.description.map((paragraph) => (
        <p class="govuk-body" key={paragraph}>
          <ForceWords>{paragraph}</ForceWords>
        </p>
      ))}
      <p class="govuk-body patch-event__file">
        <a
          class="govuk-link"
          href={event.calendar}
          aria-label={t('priorities:addTitleToCalendar', { title: event.title, day })}
        >
          {t('priorities:addToCalendar')}
        </a>
      </p>
    </li>
  )
}
