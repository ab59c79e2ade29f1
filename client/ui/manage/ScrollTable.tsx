import type { ComponentChildren } from 'preact'

interface Props {
  /** What the table holds, for those who reach it by keyboard. */
  name: string
  children: ComponentChildren
}

/** A table that scrolls sideways where it does not fit, by keyboard too. */
export function ScrollTable({ name, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="patch-scroll" aria-label={name} tabIndex={0}>
      <table class="govuk-table patch-manage__table">{children}</table>
    </section>
  )
}
