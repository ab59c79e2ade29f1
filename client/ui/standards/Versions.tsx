import type { Language } from '../../../shared/i18n/texts.ts'
import { changesBetween } from '../../../shared/standards/changes.ts'
import type { Version } from '../../../shared/standards/standard.ts'
import { changeInWords } from '../../../shared/standards/words.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import { usePage, usePath } from '../page.ts'

interface Props {
  /** The newest first. */
  versions: readonly Version[]
  /** Address of the page, to which a version's number is added. */
  url: string
}

/** Every version, who signed it, and what it changed. */
export function Versions({ versions, url }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <section class="patch-section" aria-labelledby="versions">
      <h2 class="govuk-heading-m" id="versions">
        {t('standards:versions')}
      </h2>
      <ol class="govuk-list patch-versions" reversed>
        {versions.map((version, index) => (
          <li key={version.number}>
            <p class="govuk-body">
              {index === 0 ? (
                <strong>{t('standards:version', dated(version, language))}</strong>
              ) : (
                <a class="govuk-link" href={to(`${url}?version=${version.number}`)}>
                  {t('standards:version', dated(version, language))}
                </a>
              )}{' '}
              {index === 0 && `(${t('standards:versionCurrent')}) `}
              {t('standards:signed', { name: version.signedName, role: version.signedRole })}
            </p>
            <VersionChanges before={versions[index + 1]} after={version} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function dated(version: Version, language: Language) {
  return { number: version.number, day: dateInWords(version.publishedAt, language) }
}

/** What a version changed, in words. */
export function VersionChanges({ before, after }: { before: Version | undefined; after: Version }) {
  const { t, language } = usePage()
  if (!before) return <p class="govuk-body-s patch-quiet">{t('standards:changesFirst')}</p>
  const changes = changesBetween(before.standards, after.standards).flatMap((change) =>
    changeInWords(t, language, change),
  )
  if (changes.length === 0) return <p class="govuk-body-s patch-quiet">{t('standards:changesNone')}</p>
  return (
    <ul class="govuk-list govuk-list--bullet" aria-label={t('standards:changesIn', { number: after.number })}>
      {changes.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
