import { usePage } from './page.ts'

interface Props {
  id: string
  name: string
  label: string
  hint?: string | undefined
  error?: string | undefined
  value?: string
  autocomplete?: string
  spellcheck?: boolean
}

/** A line of text to fill in, with its label, hint and error. Markup: govuk-frontend. */
export function TextInput({ id, name, label, hint, error, value, autocomplete, spellcheck }: Props) {
  const { t } = usePage()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div class={error ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{t('common:errorPrefix')}</span> {error}
        </p>
      )}
      <input
        class={error ? 'govuk-input govuk-input--error' : 'govuk-input'}
        id={id}
        name={name}
        type="text"
        {...(value ? { value } : {})}
        {...(describedBy ? { 'aria-describedby': describedBy } : {})}
        {...(autocomplete ? { autocomplete } : {})}
        {...(spellcheck === undefined ? {} : { spellcheck })}
      />
    </div>
  )
}
