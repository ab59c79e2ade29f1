import { Field } from './Field.tsx'
import { describedBy, type FieldProps } from './fields.ts'

interface Props extends FieldProps {
  /** Kinds of file, as the accept attribute takes them; any where it is left out. */
  accept?: string
}

/** A file to send; its form needs enctype multipart/form-data. Markup: govuk-frontend's file upload. */
export function FileField({ accept, ...field }: Props) {
  return (
    <Field {...field}>
      <input
        class={field.problem ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={field.name}
        name={field.name}
        type="file"
        {...(accept ? { accept } : {})}
        {...describedBy(field)}
      />
    </Field>
  )
}
