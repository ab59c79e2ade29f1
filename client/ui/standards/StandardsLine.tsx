import type { tally } from '../../../shared/standards/result.ts'
import { usePage, usePath } from '../page.ts'
import { Summary } from './Summary.tsx'

export interface StandardsLineProps {
  /** null: the team has published no standards. */
  counts: ReturnType<typeof tally> | null
  /** Address of the standards' page, without the language's prefix. */
  url: string
}

/** What a team promises, in a line on its neighbourhood's page. */
export function StandardsLine({ counts, url }: StandardsLineProps) {
  const { t } = usePage()
  const to = usePath()
  return (
    <section class="patch-section" aria-labelledby="standards">
      <h2 class="govuk-heading-m" id="standards">
        {t('standards:title')}
      </h2>
      {counts ? <Summary counts={counts} /> : <p class="govuk-body">{t('standards:none')}</p>}
      <p class="govuk-body">
        <a class="govuk-link" href={to(url)}>
          {t('standards:readMore')}
        </a>
      </p>
    </section>
  )
}
