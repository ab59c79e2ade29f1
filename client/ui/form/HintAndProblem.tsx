import { usePage } from '../page.ts'
import type { FieldProps } from './fields.ts'

/** A field's hint and what is to be mended, between its label and itself. Markup: govuk-frontend. */
export function HintAndProblem({ name, hint, problem }: FieldProps) {
  const { t } = usePage()
  return (
    <>
      {hint && (
        <div id={`${name}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {problem && (
        <p id={`${name}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{t('common:errorPrefix')}</span> {problem}
        </p>
      )}
    </>
  )
}
