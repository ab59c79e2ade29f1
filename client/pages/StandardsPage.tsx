import { locales } from '../../shared/i18n/texts.ts'
import { type QuarterResult, tally } from '../../shared/standards/result.ts'
import type { PublishedStandard, Version } from '../../shared/standards/standard.ts'
import { stateName } from '../../shared/standards/words.ts'
import { dateInWords } from '../../shared/time/words.ts'
import { usePage, usePath } from '../ui/page.ts'
import { StandardCard } from '../ui/standards/StandardCard.tsx'
import { StateMark } from '../ui/standards/StateMark.tsx'
import { Summary } from '../ui/standards/Summary.tsx'
import { Versions } from '../ui/standards/Versions.tsx'

export interface StandardsPageProps {
  name: string
  /** The newest first; none where nothing is published. */
  versions: readonly Version[]
  standards: readonly { standard: PublishedStandard; results: readonly QuarterResult[] }[]
  /** When the results were worked out. */
  asOf: Date
  /** Addresses without the language's prefix. */
  urls: { place: string; page: string; poster: string; json: string }
}

/** What a team promises, and what became of each promise. */
export function StandardsPage({ name, versions, standards, asOf, urls }: StandardsPageProps) {
  const { t, language } = usePage()
  const to = usePath()
  const [current] = versions
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.place)}>
          {name}
        </a>
      </p>
      <h1 class="govuk-heading-xl">{t('standards:title')}</h1>
      {current ? (
        <>
          <Summary counts={tally(standards.flatMap(({ results }) => results.slice(0, 1)))} isLead />
          <p class="govuk-body">
            {t('standards:version', { number: current.number, day: dateInWords(current.publishedAt, language) })}{' '}
            {t('standards:signed', { name: current.signedName, role: current.signedRole })}
          </p>
          <p class="govuk-body-s patch-quiet">
            {t('standards:asOf', {
              day: dateInWords(asOf, language),
              time: asOf.toLocaleTimeString(locales[language], {
                hour: '2-digit',
                minute: '2-digit',
                timeZone: 'Europe/London',
              }),
            })}
          </p>
          <ul class="patch-standard__key" aria-label={t('standards:key')}>
            {(['met', 'missed', 'not-measured', 'not-promised'] as const).map((state) => (
              <li key={state}>
                <StateMark state={state} /> {stateName(t, state)}
              </li>
            ))}
          </ul>
          <h2 class="govuk-visually-hidden">{t('standards:readMore')}</h2>
          <ul class="patch-standards">
            {standards.map((one) => (
              <StandardCard key={one.standard.key} {...one} />
            ))}
          </ul>
          <Versions versions={versions} url={urls.page} />
          <p class="govuk-body">
            <a class="govuk-link" href={to(urls.poster)}>
              {t('standards:poster')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p class="govuk-body">{t('standards:none')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={to(urls.place)}>
              {t('standards:noneTeam')}
            </a>
          </p>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.json}>
          {t('standards:json')}
        </a>
      </p>
    </>
  )
}
