import { Field } from './Field.tsx'
import { describedBy, type FieldProps } from './fields.ts'

/** One of the things to choose from. */
export interface Choice {
  value: string
  text: string
  hint?: string
}

interface Props extends FieldProps {
  value: string
  choices: readonly Choice[]
}

/** A list to choose one of. Markup: govuk-frontend's select. */
export function SelectField({ value, choices, ...field }: Props) {
  return (
    <Field {...field}>
      <select
        class={field.problem ? 'govuk-select govuk-select--error' : 'govuk-select'}
        id={field.name}
        name={field.name}
        {...describedBy(field)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
