import { Button } from '../ui/Button.tsx'

interface Props {
  /** Of whoever was invited. */
  name: string
  title: string
  when: string
  neighbourhood: string
}

/** What a resident sees who was invited to chair. Opening it does nothing; the button does. */
export function ChairLinkPage({ name, title, when, neighbourhood }: Props) {
  return (
    <>
      <p class="patch-eyebrow">{neighbourhood}</p>
      <h1 class="govuk-heading-l">Chair: {title}</h1>
      <p class="govuk-body">
        {name}, you have been invited to chair this meeting on {when}.
      </p>
      <p class="govuk-body">
        From this browser you can then start it, move from item to item, let questions through and write the minutes.
        Use the link on the device that you bring to the meeting, and do not pass it on.
      </p>
      <form method="post">
        <Button kind="primary">Chair from this browser</Button>
      </form>
    </>
  )
}
