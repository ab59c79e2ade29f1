import { measureOf } from '../../shared/standards/measures/index.ts'
import { sentenceIn } from '../../shared/standards/sentence.ts'
import type { Version } from '../../shared/standards/standard.ts'
import { dateInWords } from '../../shared/time/words.ts'
import { usePage, usePath } from '../ui/page.ts'
import { Promised } from '../ui/standards/StandardCard.tsx'
import { VersionChanges } from '../ui/standards/Versions.tsx'

interface Props {
  name: string
  version: Version
  /** The one before it. */
  before: Version | undefined
  /** Address of what is in force, without the language's prefix. */
  url: string
}

/** A version that is no longer in force, as it was signed. */
export function EarlierStandardsPage({ name, version, before, url }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <>
      <h1 class="govuk-heading-xl">{t('standards:titleOf', { name })}</h1>
      <p class="govuk-inset-text">
        {t('standards:earlierVersion')}{' '}
        <a class="govuk-link" href={to(url)}>
          {t('standards:toCurrent')}
        </a>
      </p>
      <p class="govuk-body">
        {t('standards:version', { number: version.number, day: dateInWords(version.publishedAt, language) })}{' '}
        {t('standards:signed', { name: version.signedName, role: version.signedRole })}
      </p>
      <ul class="patch-standards">
        {version.standards.map((standard) => (
          <li class="patch-card" key={standard.key}>
            <h2 class="govuk-heading-s">
              <Promised standard={standard} />
            </h2>
            <p class="govuk-body">
              {t('standards:targetLabel')}:{' '}
              {sentenceIn(t, language, measureOf(standard.measure).target(standard.terms))}
            </p>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{t('standards:changesIn', { number: version.number })}</h2>
      <VersionChanges before={before} after={version} />
    </>
  )
}
