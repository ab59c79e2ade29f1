import { Field } from './Field.tsx'
import { describedBy, type FieldProps } from './fields.ts'

interface Props extends FieldProps {
  value: string
  rows?: number
}

/** Lines of text to fill in. Markup: govuk-frontend's textarea. */
export function TextArea({ value, rows = 5, ...field }: Props) {
  return (
    <Field {...field}>
      <textarea
        class={field.problem ? 'govuk-textarea govuk-textarea--error' : 'govuk-textarea'}
        id={field.name}
        name={field.name}
        rows={rows}
        {...describedBy(field)}
      >
        {value}
      </textarea>
    </Field>
  )
}
