import { Field } from './Field.tsx'
import { describedBy, type FieldProps } from './fields.ts'

interface Props extends FieldProps {
  value: string
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'number'
  autocomplete?: string
  inputmode?: 'numeric' | 'text' | 'email' | 'tel' | 'url'
  spellcheck?: boolean
  /** Width in characters, as govuk-frontend has them. */
  width?: 4 | 5 | 10 | 20 | 30
  min?: string
  max?: string
}

/** A line of text to fill in. Markup: govuk-frontend's input. */
export function TextField({
  value,
  type = 'text',
  autocomplete,
  inputmode,
  spellcheck,
  width,
  min,
  max,
  ...field
}: Props) {
  const classes = ['govuk-input', width && `govuk-input--width-${width}`, field.problem && 'govuk-input--error']
  return (
    <Field {...field}>
      <input
        class={classes.filter(Boolean).join(' ')}
        id={field.name}
        name={field.name}
        // Preact types an input by its literal type; every one of ours takes the same attributes.
        {...({ type } as { type: 'text' })}
        value={value}
        {...describedBy(field)}
        {...(autocomplete ? { autocomplete } : {})}
        {...(inputmode ? { inputmode } : {})}
        {...(spellcheck === undefined ? {} : { spellcheck })}
        {...(min ? { min } : {})}
        {...(max ? { max } : {})}
      />
    </Field>
  )
}
