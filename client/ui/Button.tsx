import type { ComponentChildren } from 'preact'

interface Props {
  /** `primary` is the one thing to do next: once a page at most. */
  kind: 'primary' | 'secondary'
  /** Where its form goes by this button, if not where the form says. */
  action?: string
  children: ComponentChildren
}

/** A button that sends its form. Markup: govuk-frontend. */
export function Button({ kind, action, children }: Props) {
  return (
    <button
      type="submit"
      class={kind === 'primary' ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
      data-module="govuk-button"
      {...(action ? { formaction: action } : {})}
    >
      {children}
    </button>
  )
}
