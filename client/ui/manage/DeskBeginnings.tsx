import { Button } from '../Button.tsx'
import { Choices } from '../form/Choices.tsx'
import { type Choice, SelectField } from '../form/SelectField.tsx'

interface Props {
  url: string
  sets: readonly { id: string; name: string; about: string; sources: readonly { title: string; url?: string }[] }[]
  measures: readonly Choice[]
  problems: Readonly<Record<string, string>>
}

/** Ways to begin: one standard by its measure, or a ready set. */
export function DeskBeginnings({ url, sets, measures, problems }: Props) {
  return (
    <section class="patch-section">
      <h2 class="govuk-heading-m">Add a standard</h2>
      <form method="get" action={`${url}/add`}>
        <SelectField name="measure" label="How it is measured" value="" choices={measures} />
        <Button kind="secondary">Go on</Button>
      </form>
      <form method="post" action={`${url}/start`}>
        <Choices
          kind="radios"
          name="set"
          label="Or start from a ready set"
          hint="Its standards are added to yours, and you can change every one. What you have already stays."
          problem={problems['set']}
          chosen={[]}
          choices={sets.map((set) => ({ value: set.id, text: set.name, hint: set.about }))}
        />
        <Button kind="secondary">Add the set</Button>
      </form>
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Where the sets come from</span>
        </summary>
        <ul class="govuk-list">
          {sets.flatMap((set) =>
            set.sources.map((source) => (
              <li key={source.title}>
                {source.url ? (
                  <a class="govuk-link" href={source.url}>
                    {source.title}
                  </a>
                ) : (
                  source.title
                )}
              </li>
            )),
          )}
        </ul>
      </details>
    </section>
  )
}
