import type { Dictionary } from '../../shared/i18n/dictionary.ts'
import { Island } from '../ui/Island.tsx'
import { usePage } from '../ui/page.ts'
import { OwnComputer } from '../ui/recount/OwnComputer.tsx'
import { RecountIntroduction } from '../ui/recount/RecountIntroduction.tsx'

/** A file of ballots, counted in the browser; what to do without script, and how to do the same elsewhere. */
export function RecountPage({ words }: { words: Dictionary }) {
  const { t, language } = usePage()
  return (
    <>
      <RecountIntroduction />
      <Island name="Recount" props={{ language, words }} when="load">
        <div class="govuk-inset-text patch-recount__without">{t('recount:withoutScript')}</div>
      </Island>
      <OwnComputer />
      <section class="patch-section patch-recount__elsewhere" aria-labelledby="offline">
        <h2 class="govuk-heading-m" id="offline">
          {t('recount:offline')}
        </h2>
        <p class="govuk-body">{t('recount:offlineText')}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/recount.html" download>
            {t('recount:offlineSave')}
          </a>
        </p>
      </section>
    </>
  )
}
