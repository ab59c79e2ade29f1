import { Button } from '../../ui/Button.tsx'

interface Props {
  title: string
  when: string
  /** Whom the link was made for. */
  name: string
}

/** What a resident chair's private link opens: its button lets this browser chair the meeting. In English only. */
export function ChairLinkPage({ title, when, name }: Props) {
  return (
    <div class="patch-reading">
      <h1 class="govuk-heading-l">Chair a meeting</h1>
      <p class="govuk-body">
        {title}, {when}
      </p>
      <p class="govuk-body">
        This link was made for {name}. Whoever presses the button can run this one meeting from this browser: start and
        close it, show and hide questions, and write its minutes.
      </p>
      <form method="post">
        <Button kind="primary">Chair this meeting</Button>
      </form>
    </div>
  )
}
