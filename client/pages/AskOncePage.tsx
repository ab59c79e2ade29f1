import { Button } from '../ui/Button.tsx'
import { usePage, usePath } from '../ui/page.ts'

interface Props {
  title: string
  /** What the button does that cannot be undone. */
  explained: string
  button: string
  /** Where the button's form goes, without a language's prefix. */
  action: string
  /** The way back with nothing done. */
  keep: { text: string; path: string }
}

/** Asks once more before somebody takes their words back. */
export function AskOncePage({ title, explained, button, action, keep }: Props) {
  const to = usePath()
  return (
    <div class="patch-message">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{explained}</p>
      <form method="post" action={to(action)}>
        <Button kind="primary">{button}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={to(keep.path)}>
          {keep.text}
        </a>
      </p>
    </div>
  )
}

/** Says that they are gone. */
export function GonePage({ title, explained }: { title: string; explained: string }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-message">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{explained}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={to('/')}>
          {t('common:home')}
        </a>
      </p>
    </div>
  )
}
