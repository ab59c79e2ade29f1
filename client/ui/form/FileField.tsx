import { describedBy, type FieldProps, groupClass } from './fields.ts'
import { HintAndProblem } from './HintAndProblem.tsx'

interface Props extends FieldProps {
  /** Kinds of file, as the accept attribute takes them. */
  accept: string
}

/** A file to send; its form needs enctype multipart/form-data. Markup: govuk-frontend's file upload. */
export function FileField({ accept, ...field }: Props) {
  return (
    <div class={groupClass(field.problem)}>
      <label class="govuk-label" for={field.name}>
        {field.label}
      </label>
      <HintAndProblem {...field} />
      <input
        class={field.problem ? 'govuk-file-upload govuk-file-upload--error' : 'govuk-file-upload'}
        id={field.name}
        name={field.name}
        type="file"
        accept={accept}
        {...describedBy(field)}
      />
    </div>
  )
}
