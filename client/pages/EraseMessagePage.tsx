import { Button } from '../ui/Button.tsx'
import { usePage, usePath } from '../ui/page.ts'

/** Asks once more before a message is erased. */
export function EraseMessagePage({ path }: { path: string }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-message">
      <h1 class="govuk-heading-l">{t('messages:eraseTitle')}</h1>
      <p class="govuk-body">{t('messages:eraseExplained')}</p>
      <form method="post" action={to(`${path}/erase`)}>
        <Button kind="primary">{t('messages:eraseButton')}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={to(path)}>
          {t('messages:eraseKeep')}
        </a>
      </p>
    </div>
  )
}

/** Says that a message is gone. */
export function MessageErasedPage() {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-message">
      <h1 class="govuk-heading-l">{t('messages:erasedTitle')}</h1>
      <p class="govuk-body">{t('messages:erasedExplained')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={to('/')}>
          {t('common:home')}
        </a>
      </p>
    </div>
  )
}
