import type { MeetingBody, MeetingsBody } from '../../shared/api/meetings.ts'
import type { DrawnMap } from '../../shared/figures/smallMap.ts'
import { ForceWords } from '../ui/ForceWords.tsx'
import { ComingMeeting } from '../ui/meetings/ComingMeeting.tsx'
import { Subscribe, type SubscribeProps } from '../ui/meetings/Subscribe.tsx'
import { usePage, usePath } from '../ui/page.ts'
import { When } from '../ui/priorities/When.tsx'
import { SmallMap } from '../ui/smallMap/SmallMap.tsx'

export interface MeetingsPageProps {
  meetings: MeetingsBody
  /** The neighbourhood's name in the page's language. */
  name: string
  /** Where the next meeting is; null where that is not known. */
  map: DrawnMap | null
  /** Where a code is typed, as it is read out. */
  join: { address: string }
  calendar: SubscribeProps
  urls: { place: string; json: string; feed: string }
}

/** A neighbourhood's meetings: those to come with what is on the agenda and how to take part, and earlier ones. */
export function MeetingsPage({ meetings, name, map, join, calendar, urls }: MeetingsPageProps) {
  const { t } = usePage()
  const to = usePath()
  const next = meetings.coming.find(({ cancelled }) => !cancelled)
  return (
    <div class="patch-meetings">
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.place)}>
          {name}, {meetings.force.name}
        </a>
      </p>
      <h1 class="govuk-heading-xl">{t('meetings:title', { name })}</h1>
      <section class="patch-section" aria-labelledby="coming">
        <h2 class="govuk-heading-l" id="coming">
          {t('meetings:coming')}
        </h2>
        {meetings.coming.length === 0 && <p class="govuk-body">{t('meetings:noneComing')}</p>}
        {meetings.coming.map((meeting) => (
          <ComingMeeting meeting={meeting} joinAddress={join.address} key={meeting.id}>
            {meeting === next && map && (
              <SmallMap
                map={map}
                title={t('meetings:mapTitle', { name })}
                description={t('meetings:mapDescription')}
                legend={t('meetings:mapMark')}
              />
            )}
          </ComingMeeting>
        ))}
      </section>
      <Subscribe {...calendar} />
      <section class="patch-section" aria-labelledby="earlier">
        <h2 class="govuk-heading-l" id="earlier">
          {t('meetings:earlier')}
        </h2>
        {meetings.earlier.length === 0 ? (
          <p class="govuk-body">{t('meetings:noneEarlier')}</p>
        ) : (
          <ul class="patch-events">
            {meetings.earlier.map((meeting) => (
              <Earlier meeting={meeting} key={meeting.id} />
            ))}
          </ul>
        )}
      </section>
      <ul class="patch-links">
        <li>
          <a class="govuk-link" href={to(`${urls.place}/priorities`)}>
            {t('meetings:priorities')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={to(urls.feed)}>
            {t('priorities:follow')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.json}>
            {t('meetings:json')}
          </a>
        </li>
      </ul>
    </div>
  )
}

function Earlier({ meeting }: { meeting: MeetingBody }) {
  const { t } = usePage()
  const to = usePath()
  const { plan } = meeting
  const isPublished = plan?.phase === 'published'
  return (
    <li id={`meeting-${meeting.id}`}>
      <h3 class="govuk-heading-s">
        {meeting.cancelled && <strong class="patch-event__cancelled">{t('priorities:cancelled')}: </strong>}
        <ForceWords>{meeting.title}</ForceWords>
      </h3>
      <p class="govuk-body">
        <When event={meeting} />
        {plan && !meeting.cancelled && (
          <a class="govuk-link patch-event__online" href={to(isPublished ? `${plan.page}/minutes` : plan.page)}>
            {t(isPublished ? 'meetings:minutes' : 'meetings:noMinutesYet')}
          </a>
        )}
      </p>
    </li>
  )
}
