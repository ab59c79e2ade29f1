import type { ComponentChildren } from 'preact'

/** Content that a reader opens; it needs no script. */
export function Disclosure({ summary, children }: { summary: string; children: ComponentChildren }) {
  return (
    <details class="govuk-details patch-disclosure">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="patch-disclosure__content">{children}</div>
    </details>
  )
}
