import { usePage } from '../page.ts'

/** The command that counts as the page does. */
export function OwnComputer() {
  const { t } = usePage()
  return (
    <section class="patch-section patch-recount__elsewhere" aria-labelledby="own">
      <h2 class="govuk-heading-m" id="own">
        {t('recount:own')}
      </h2>
      <p class="govuk-body">{t('recount:ownText')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
      <pre class="patch-code" lang="en" tabIndex={0}>
        <code>npm run recount -- FILE</code>
      </pre>
    </section>
  )
}
