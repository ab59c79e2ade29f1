import { describedBy, type FieldProps, groupClass } from './fields.ts'
import { HintAndProblem } from './HintAndProblem.tsx'

interface Props extends FieldProps {
  value: string
  rows?: number
}

/** Lines of text to fill in. Markup: govuk-frontend's textarea. */
export function TextArea({ value, rows = 5, ...field }: Props) {
  return (
    <div class={groupClass(field.problem)}>
      <label class="govuk-label" for={field.name}>
        {field.label}
      </label>
      <HintAndProblem {...field} />
      <textarea
        class={field.problem ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={field.name}
        name={field.name}
        rows={rows}
        {...describedBy(field)}
      >
        {value}
      </textarea>
    </div>
  )
}
