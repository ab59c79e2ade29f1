import type { Version } from '../../shared/standards/standard.ts'
import { dateInWords } from '../../shared/time/words.ts'
import { usePage, usePath } from '../ui/page.ts'
import { type DrawnCode, QrCode } from '../ui/poster/QrCode.tsx'
import { Promised } from '../ui/standards/StandardCard.tsx'

interface Props {
  name: string
  force: string
  version: Version
  /** Full address of the page, as the code holds it. */
  address: string
  code: DrawnCode
  /** Address of the page without the language's prefix. */
  url: string
}

/** So many promises fit on the page in large letters. */
const fitLarge = 11

/** A poster for a station's window: one A4 page. */
export function StandardsPosterPage({ name, force, version, address, code, url }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <article class={version.standards.length > fitLarge ? 'patch-poster patch-poster--many' : 'patch-poster'}>
      <p class="govuk-body patch-poster__screen">
        {t('standards:posterPrint')}{' '}
        <a class="govuk-link" href={to(url)}>
          {t('standards:readMore')}
        </a>
      </p>
      <p class="patch-eyebrow">
        {name}, {force}
      </p>
      <h1 class="govuk-heading-xl">{t('standards:title')}</h1>
      <ol class="patch-poster__promises">
        {version.standards.map((standard) => (
          <li key={standard.key}>
            <Promised standard={standard} />
          </li>
        ))}
      </ol>
      <div class="patch-poster__foot">
        <QrCode code={code} address={address} />
        <div>
          <p class="patch-poster__scan">{t('standards:posterScan')}</p>
          <p class="patch-poster__address">{address}</p>
          <p class="govuk-body">
            {t('standards:version', { number: version.number, day: dateInWords(version.publishedAt, language) })}{' '}
            {t('standards:signed', { name: version.signedName, role: version.signedRole })}
          </p>
          <p class="govuk-body">{t('standards:posterEmergency')}</p>
        </div>
      </div>
    </article>
  )
}
