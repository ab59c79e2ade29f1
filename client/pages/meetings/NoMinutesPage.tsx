import { ForceWords } from '../../ui/ForceWords.tsx'
import { usePage, usePath } from '../../ui/page.ts'

interface Props {
  title: string
  place: string
  day: string
  why: 'Planned' | 'Running' | 'Closed' | 'Cancelled'
  urls: { neighbourhood: string; meeting: string }
}

/** Said where minutes will stand, while they are not published. */
export function NoMinutesPage({ title, place, day, why, urls }: Props) {
  const { t } = usePage()
  const to = usePath()
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.neighbourhood)}>
          {place}
        </a>
      </p>
      <h1 class="govuk-heading-l">{t('minutes:unpublishedTitle')}</h1>
      <p class="govuk-body-l">
        <ForceWords>{title}</ForceWords>, {day}
      </p>
      <p class="govuk-body">{t(`minutes:unpublished${why}`)}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={to(urls.meeting)}>
          {t('minutes:toMeeting')}
        </a>
      </p>
    </>
  )
}
