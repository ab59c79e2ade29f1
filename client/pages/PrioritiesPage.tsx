import type { EventBody, PrioritiesBody } from '../../shared/api/priorities.ts'
import { HaveYourSay } from '../ui/concerns/HaveYourSay.tsx'
import { usePage, usePath } from '../ui/page.ts'
import { EventList } from '../ui/priorities/EventList.tsx'
import { Priority } from '../ui/priorities/Priority.tsx'

export interface PrioritiesPageProps {
  priorities: PrioritiesBody
  /** Those that are not over, by when they start. */
  events: readonly EventBody[]
  /** How many concerns of residents are shown. */
  concerns: number
  /** Which of them are meetings with an agenda. */
  withAgenda: ReadonlySet<number>
  /** The neighbourhood's name in the page's language. */
  name: string
  urls: { place: string; json: string; eventsJson: string; feed: string }
}

/** What a team and its residents agreed to work on, and what was done about it. */
export function PrioritiesPage({ priorities, events, withAgenda, concerns, name, urls }: PrioritiesPageProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-priorities">
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.place)}>
          {name}, {priorities.force.name}
        </a>
      </p>
      <h1 class="govuk-heading-xl">{t('priorities:title', { name })}</h1>
      <section class="patch-section" aria-labelledby="open">
        <h2 class="govuk-heading-l" id="open">
          {t('priorities:open')}
        </h2>
        {priorities.open.length === 0 && <p class="govuk-body">{t('priorities:noneOpen')}</p>}
        {priorities.open.map((priority) => (
          <Priority priority={priority} key={priority.id} />
        ))}
      </section>
      <HaveYourSay count={concerns} url={`${urls.place}/concerns`} />
      <section class="patch-section" aria-labelledby="closed">
        <h2 class="govuk-heading-l" id="closed">
          {t('priorities:closed')}
        </h2>
        {priorities.closed.length === 0 && <p class="govuk-body">{t('priorities:noneClosed')}</p>}
        {priorities.closed.map((priority) => (
          <Priority priority={priority} key={priority.id} />
        ))}
      </section>
      <section class="patch-section" aria-labelledby="dates">
        <h2 class="govuk-heading-l" id="dates">
          {t('priorities:dates')}
        </h2>
        {events.length === 0 ? (
          <p class="govuk-body">{t('priorities:noDates')}</p>
        ) : (
          <EventList events={events} withAgenda={withAgenda} />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={to(`${urls.place}/meetings`)}>
            {t('meetings:all')}
          </a>
        </p>
      </section>
      <ul class="patch-links">
        <li>
          <a class="govuk-link" href={to(urls.feed)}>
            {t('priorities:follow')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.json}>
            {t('priorities:json')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.eventsJson}>
            {t('priorities:datesJson')}
          </a>
        </li>
      </ul>
    </div>
  )
}
