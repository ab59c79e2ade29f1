import type { EventBody } from '../../../shared/api/priorities.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage, usePath } from '../page.ts'
import { When } from './When.tsx'
import { Where } from './Where.tsx'

/** So many other dates stand below the next meeting; all of them are on the priorities page. */
const othersShown = 3

interface Props {
  /** Those that are not over, by when they start; cancelled ones among them. */
  events: readonly EventBody[]
  /** Which of them are meetings with an agenda, and a page of their own. */
  withAgenda: ReadonlySet<number>
  /** Path of the priorities page. */
  url: string
  /** Path of the page of all meetings. */
  meetingsUrl: string
}

/** The next meeting, and other dates on which people can come. */
export function NextMeeting({ events, withAgenda, url, meetingsUrl }: Props) {
  const { t } = usePage()
  const to = usePath()
  const meeting = events.find((event) => event.kind === 'meeting' && !event.cancelled)
  const others = events.filter((event) => event !== meeting)
  return (
    <section class="patch-card" aria-labelledby="meeting">
      <h2 class="govuk-heading-m" id="meeting">
        {t('neighbourhood:nextMeeting')}
      </h2>
      {meeting ? (
        <Meeting meeting={meeting} hasAgenda={withAgenda.has(meeting.id)} />
      ) : (
        <p class="govuk-body">{t('neighbourhood:noMeeting')}</p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={to(meetingsUrl)}>
          {t('meetings:all')}
        </a>
      </p>
      {others.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('priorities:otherDates')}</h3>
          <ul class="patch-links patch-event__others">
            {others.slice(0, othersShown).map((event) => (
              <li key={event.id}>
                {event.cancelled && <strong>{t('priorities:cancelled')}: </strong>}
                <ForceWords>{event.title}</ForceWords>, <When event={event} />
              </li>
            ))}
          </ul>
          <p class="govuk-body">
            <a class="govuk-link" href={to(`${url}#dates`)}>
              {t('priorities:seeDates')}
            </a>
          </p>
        </>
      )}
    </section>
  )
}

function Meeting({ meeting, hasAgenda }: { meeting: EventBody; hasAgenda: boolean }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-event">
      <p class="patch-event__when">
        <When event={meeting} />
      </p>
      <p class="govuk-body">
        <span class="patch-event__title">
          <ForceWords>{meeting.title}</ForceWords>
        </span>
        <Where event={meeting} />
        {hasAgenda && (
          <a class="govuk-link patch-event__online" href={to(`/meetings/${meeting.id}`)}>
            {t('meetings:takePart')}
          </a>
        )}
      </p>
      <p class="govuk-body">
        <a class="govuk-button govuk-button--secondary patch-event__calendar" href={meeting.calendar}>
          {t('priorities:addToCalendar')}
        </a>
      </p>
    </div>
  )
}
