import { formatCount } from '../../../shared/figures/numbers.ts'
import { usePage, usePath } from '../page.ts'

/** The way to what residents put forward, on the pages of their neighbourhood. */
export function HaveYourSay({ count, url }: { count: number; url: string }) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <section class="patch-card patch-say" aria-labelledby="say">
      <h2 class="govuk-heading-m" id="say">
        {t('concerns:sayTitle')}
      </h2>
      <p class="govuk-body">
        {count === 0 ? t('concerns:sayNone') : t('concerns:sayCount', { count, number: formatCount(count, language) })}
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={to(url)}>
          {t('concerns:sayLink')}
        </a>
      </p>
    </section>
  )
}
