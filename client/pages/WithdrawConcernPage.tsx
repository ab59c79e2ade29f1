import { Button } from '../ui/Button.tsx'
import { usePage, usePath } from '../ui/page.ts'

/** Asks once more before a concern is withdrawn. */
export function WithdrawConcernPage({ path }: { path: string }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-message">
      <h1 class="govuk-heading-l">{t('concerns:withdrawTitle')}</h1>
      <p class="govuk-body">{t('concerns:withdrawExplained')}</p>
      <form method="post" action={to(`${path}/withdraw`)}>
        <Button kind="primary">{t('concerns:withdrawButton')}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={to(path)}>
          {t('concerns:withdrawKeep')}
        </a>
      </p>
    </div>
  )
}

/** Says that a concern is gone. */
export function ConcernWithdrawnPage() {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-message">
      <h1 class="govuk-heading-l">{t('concerns:withdrawnTitle')}</h1>
      <p class="govuk-body">{t('concerns:withdrawnExplained')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={to('/')}>
          {t('common:home')}
        </a>
      </p>
    </div>
  )
}
