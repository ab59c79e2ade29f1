import { usePage, usePath } from '../page.ts'

interface Props {
  urls: { map: string; json: string; series: string; seriesCsv: string; feed: string }
  hasFigures: boolean
}

/** The data behind the page: for those who want to count for themselves. */
export function DataLinks({ urls, hasFigures }: Props) {
  const { t } = usePage()
  const to = usePath()
  return (
    <section class="patch-section patch-data" aria-labelledby="data">
      <h2 class="govuk-heading-m" id="data">
        {t('neighbourhood:data')}
      </h2>
      <ul class="patch-links">
        {hasFigures && (
          <>
            <li>
              <a class="govuk-link" href={urls.seriesCsv} download>
                {t('neighbourhood:seriesCsv')}
              </a>
            </li>
            <li>
              <a class="govuk-link" href={urls.series}>
                {t('neighbourhood:seriesJson')}
              </a>
            </li>
          </>
        )}
        <li>
          <a class="govuk-link" href={urls.json}>
            {t('neighbourhood:placeJson')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={to(urls.feed)}>
            {t('priorities:follow')}
          </a>
        </li>
        {hasFigures && (
          <li>
            <a class="govuk-link" href={to(urls.map)}>
              {t('neighbourhood:sameOnMap')}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={to('/about-the-data')}>
            {t('neighbourhood:aboutFigures')}
          </a>
        </li>
      </ul>
      <p class="patch-figure__note patch-data__print">{t('neighbourhood:print')}</p>
    </section>
  )
}
