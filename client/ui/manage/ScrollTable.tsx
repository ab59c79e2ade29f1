import type { ComponentChildren } from 'preact'

interface Props {
  /** What the table holds, for those who reach it by keyboard. */
  name: string
  /** Classes of the table, where it is not an ordinary one. */
  tableClass?: string
  children: ComponentChildren
}

/** A table that scrolls sideways where it does not fit, by keyboard too; a shadow lies on the side where there is more. */
export function ScrollTable({ name, tableClass = 'govuk-table patch-manage__table', children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="patch-scroll" aria-label={name} tabIndex={0}>
      <table class={tableClass}>{children}</table>
    </section>
  )
}
