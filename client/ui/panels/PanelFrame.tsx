import type { ComponentChildren } from 'preact'
import { momentInWords } from '../../../shared/time/words.ts'
import { usePage, usePath } from '../page.ts'

interface Props {
  title: string
  /** Where the whole of it stands, without the language's prefix. */
  more: { path: string; text: string }
  /** When it was drawn; null where the content says it. */
  asOf: Date | null
  /** Whose record it is, where the content does not say it. */
  source?: string
  children: ComponentChildren
}

/** The frame of a live panel: what it is, where the whole of it stands, whose record, and as of when. */
export function PanelFrame({ title, more, asOf, source, children }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <section class="patch-live-panel" aria-label={title}>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
      <p class="patch-figure__note">
        {source} {asOf && t('panels:asOf', { when: momentInWords(asOf, language) })}{' '}
        <a class="govuk-link" href={to(more.path)}>
          {more.text}
        </a>
      </p>
    </section>
  )
}
