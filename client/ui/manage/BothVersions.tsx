/** A field of which two people typed something different. */
export interface TwoTexts {
  label: string
  typed: string
  now: string
}

interface Props {
  differences: readonly TwoTexts[]
  /** Who changed it meanwhile, as far as is known. */
  by?: string | null
  /** What stands now is that the part was taken off the page. */
  removed?: boolean
}

/** Said when somebody else was faster: what one typed, and beside it what stands now. Nothing was overwritten. */
export function BothVersions({ differences, by, removed = false }: Props) {
  return (
    <section class="patch-both" aria-labelledby="both" role="alert">
      <h2 class="govuk-heading-m" id="both">
        {by ?? 'Somebody else'} {removed ? 'took this off the page' : 'changed this'} while you were typing
      </h2>
      <p class="govuk-body">
        Nothing was overwritten. What you typed is still in the form below. Compare the two, then save once more to
        {removed ? ' put it back with what you typed.' : ' replace what stands now.'}
      </p>
      {differences.length === 0 ? (
        <p class="govuk-body">What you typed says the same as what stands now.</p>
      ) : (
        <table class="govuk-table patch-table patch-both__table">
          <caption class="govuk-visually-hidden">What you typed and what stands now</caption>
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">You typed</th>
              <th scope="col">Stands now</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, typed, now }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{typed || <em>nothing</em>}</td>
                <td>{now || <em>nothing</em>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
