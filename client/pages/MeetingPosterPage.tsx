import type { MeetingBody } from '../../shared/api/meetings.ts'
import { spacedJoinCode } from '../../shared/live/joinCode.ts'
import { hoursInWords, weekdayInWords } from '../../shared/time/words.ts'
import { ForceWords } from '../ui/ForceWords.tsx'
import { usePage, usePath } from '../ui/page.ts'
import { type DrawnCode, QrCode } from '../ui/poster/QrCode.tsx'

interface Props {
  meeting: MeetingBody
  /** The neighbourhood's name in the page's language. */
  name: string
  force: string
  joinCode: string
  /** Full address that the code holds. */
  address: string
  /** Where a code is typed, as it is read out. */
  join: string
  code: DrawnCode
  /** Address of the meeting's page without the language's prefix. */
  url: string
}

/** A poster of a meeting: one A4 page, for a shop window, a notice board and the door of the hall. */
export function MeetingPosterPage({ meeting, name, force, joinCode, address, join, code, url }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  const starts = new Date(meeting.startsAt)
  const ends = meeting.endsAt === null ? null : new Date(meeting.endsAt)
  const { plan } = meeting
  return (
    <article class="patch-poster patch-poster--meeting">
      <p class="govuk-body patch-poster__screen">
        {t('standards:posterPrint')}{' '}
        <a class="govuk-link" href={to(url)}>
          {t('meetings:seePage')}
        </a>
      </p>
      <p class="patch-eyebrow">
        {name}, {force}
      </p>
      <h1 class="govuk-heading-xl">
        <ForceWords>{meeting.title}</ForceWords>
      </h1>
      <p class="patch-poster__when">
        {weekdayInWords(starts, language)}
        <br />
        {hoursInWords(starts, ends, language)}
      </p>
      {meeting.place || meeting.address ? (
        <p class="patch-poster__where">
          {meeting.place && (
            <strong>
              <ForceWords>{meeting.place}</ForceWords>
            </strong>
          )}
          {meeting.address && (
            <span>
              <ForceWords>{meeting.address}</ForceWords>
            </span>
          )}
        </p>
      ) : (
        <p class="patch-poster__where">
          <strong>{t('meetings:attendance_online')}</strong>
        </p>
      )}
      {plan?.accessNotes.map((paragraph) => (
        <p class="govuk-body" key={paragraph}>
          <ForceWords>{paragraph}</ForceWords>
        </p>
      ))}
      <p class="patch-poster__lead">{t('meetings:posterLead')}</p>
      <div class="patch-poster__foot">
        <QrCode code={code} address={address} />
        <div>
          <p class="patch-poster__scan">{t('meetings:posterScan')}</p>
          <p class="govuk-body">
            {t('meetings:posterType')} <strong class="patch-poster__address">{join}</strong>
          </p>
          <p class="patch-poster__join">{spacedJoinCode(joinCode)}</p>
          <p class="govuk-body">{t('meetings:posterNoPhone')}</p>
          {plan?.attendance === 'hybrid' && <p class="govuk-body">{t('meetings:posterFromHome')}</p>}
          <p class="govuk-body">{t('standards:posterEmergency')}</p>
        </div>
      </div>
    </article>
  )
}
