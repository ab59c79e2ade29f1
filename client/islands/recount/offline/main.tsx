import { render } from 'preact'
import { useLayoutEffect, useMemo, useState } from 'preact/hooks'
import { translateBy } from '../../../../shared/i18n/dictionary.ts'
import { recountWords } from '../../../../shared/i18n/recountWords.ts'
import type { Language } from '../../../../shared/i18n/texts.ts'
import { PageContext } from '../../../ui/page.ts'
import { OwnComputer } from '../../../ui/recount/OwnComputer.tsx'
import { RecountIntroduction } from '../../../ui/recount/RecountIntroduction.tsx'
import { Recount } from '../Recount.tsx'

const main = document.querySelector('main')
if (main) {
  main.replaceChildren()
  render(<OfflinePage />, main)
}

/** The page as one file: in the reader's language, the other one a button away. */
function OfflinePage() {
  const [language, setLanguage] = useState<Language>(() => (navigator.language.startsWith('cy') ? 'cy' : 'en'))
  const words = useMemo(() => recountWords(language), [language])
  const t = useMemo(() => translateBy(words, language), [words, language])
  const other: Language = language === 'en' ? 'cy' : 'en'
  useLayoutEffect(() => {
    document.documentElement.lang = language
    document.title = t('recount:title')
  }, [language, t])
  return (
    <PageContext.Provider value={{ language, t, path: '', dataVersion: '' }}>
      <p class="patch-recount__language">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          lang={other}
          onClick={() => setLanguage(other)}
        >
          {translateBy(recountWords(other), other)('recount:thisLanguage')}
        </button>
      </p>
      <RecountIntroduction />
      <p class="govuk-body">{t('recount:offlineIs')}</p>
      <Recount language={language} words={words} />
      <OwnComputer />
    </PageContext.Provider>
  )
}
