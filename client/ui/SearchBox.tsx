import { Button } from './Button.tsx'
import { Island } from './Island.tsx'
import { usePage, usePath } from './page.ts'
import { TextInput } from './TextInput.tsx'

interface Props {
  label: string
  hint?: string
  /** What was typed before. */
  value?: string
  error?: string | undefined
  /** Whether searching is the one thing to do next on the page. */
  primary: boolean
}

/** The search box: a plain form; with script it suggests as one types and can use the device's position. */
export function SearchBox({ label, hint, value = '', error, primary }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <search>
      <form class="patch-search" action={to('/search')} method="get">
        <Island
          name="SearchSuggestions"
          when="load"
          props={{
            suggestionsUrl: `/suggestions?language=${language}&q=`,
            locateUrl: to('/locate'),
            listLabel: t('common:suggestions'),
            locating: t('common:locating'),
            locateRefused: t('common:locateRefused'),
            locateFailed: t('common:locateFailed'),
          }}
        >
          <div class="patch-search__row">
            <TextInput
              id="q"
              name="q"
              label={label}
              hint={hint}
              value={value}
              error={error}
              autocomplete="off"
              spellcheck={false}
            />
            <Button kind={primary ? 'primary' : 'secondary'}>{t('common:search')}</Button>
          </div>
          <div class="patch-locate" hidden>
            <button type="button" class="patch-locate__button">
              {t('common:useMyLocation')}
            </button>
            <p class="patch-locate__note">{t('common:locateNote')}</p>
            <p role="status" class="patch-locate__status" />
          </div>
        </Island>
      </form>
    </search>
  )
}
