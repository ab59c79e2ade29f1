import type { ComponentChildren } from 'preact'

interface Props {
  /** `primary` is the one thing to do next: once a page at most. */
  kind: 'primary' | 'secondary'
  children: ComponentChildren
}

/** A button that sends its form. Markup: govuk-frontend. */
export function Button({ kind, children }: Props) {
  return (
    <button
      type="submit"
      class={kind === 'primary' ? 'govuk-button' : 'govuk-button govuk-button--secondary'}
      data-module="govuk-button"
    >
      {children}
    </button>
  )
}
