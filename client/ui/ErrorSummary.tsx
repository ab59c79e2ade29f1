interface Props {
  title: string
  errors: readonly { text: string; href: string }[]
}

/** What is wrong with a form, above everything else on its page; each line leads to its field. Markup: govuk-frontend. */
export function ErrorSummary({ title, errors }: Props) {
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li key={error.href}>
                <a href={error.href}>{error.text}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
