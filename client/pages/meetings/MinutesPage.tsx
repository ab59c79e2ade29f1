import type { UsefulnessBody } from '../../../shared/api/minutes.ts'
import type { EventBody } from '../../../shared/api/priorities.ts'
import type { Minutes } from '../../../shared/minutes/minutes.ts'
import { ForceWords } from '../../ui/ForceWords.tsx'
import { MinutesDocument } from '../../ui/minutes/MinutesDocument.tsx'
import { Usefulness } from '../../ui/minutes/Usefulness.tsx'
import { usePage, usePath } from '../../ui/page.ts'
import { When } from '../../ui/priorities/When.tsx'

export interface MinutesPageProps {
  title: string
  /** The neighbourhood's name in the page's language, and its force's. */
  place: string
  plannedFor: string
  where: string
  minutes: Minutes
  priorities: ReadonlyMap<string, { issue: string; path: string }>
  usefulness: UsefulnessBody
  /** The next meeting of the neighbourhood; null while none is planned. */
  next: EventBody | null
  urls: { neighbourhood: string; replay: string; json: string; feed: string; feedback: string | null }
}

/** The published minutes of a meeting. */
export function MinutesPage(props: MinutesPageProps) {
  const { t } = usePage()
  const to = usePath()
  const { urls, next } = props
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.neighbourhood)}>
          {props.place}
        </a>
      </p>
      <h1 class="govuk-heading-xl">{props.title}</h1>
      <MinutesDocument
        minutes={props.minutes}
        plannedFor={props.plannedFor}
        place={props.where}
        priorities={props.priorities}
      />
      <Usefulness usefulness={props.usefulness} form={urls.feedback} />
      <section class="patch-section" aria-labelledby="next">
        <h2 class="govuk-heading-l" id="next">
          {t('minutes:next')}
        </h2>
        {next ? (
          <p class="govuk-body">
            <strong>
              <When event={next} />
            </strong>
            {next.place && (
              <>
                . <ForceWords>{next.place}</ForceWords>
              </>
            )}{' '}
            <a class="govuk-link patch-event__file" href={next.calendar}>
              {t('minutes:nextCalendar')}
            </a>
          </p>
        ) : (
          <p class="govuk-body">{t('minutes:noNext')}</p>
        )}
      </section>
      <ul class="patch-links patch-minutes__links">
        <li>
          <a class="govuk-link" href={to(urls.replay)}>
            {t('minutes:replay')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={to(urls.feed)}>
            {t('minutes:follow')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.json}>
            {t('minutes:json')}
          </a>
        </li>
      </ul>
      <p class="govuk-body patch-minutes__by patch-minutes__print">{t('minutes:print')}</p>
    </>
  )
}
