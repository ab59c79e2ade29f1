import { Field } from '../form/Field.tsx'
import { describedBy, type FieldProps } from '../form/fields.ts'

/** A place to type, with the streets of the neighbourhood to choose from. Nothing is sent while it is typed. */
export function WhereField({ value, streets, ...field }: FieldProps & { value: string; streets: readonly string[] }) {
  const list = `${field.name}-streets`
  return (
    <Field {...field}>
      <input
        class={field.problem ? 'govuk-input govuk-input--error' : 'govuk-input'}
        id={field.name}
        name={field.name}
        type="text"
        value={value}
        list={list}
        autocomplete="off"
        spellcheck={false}
        {...describedBy(field)}
      />
      <datalist id={list} lang="en">
        {streets.map((street) => (
          <option key={street} value={street} />
        ))}
      </datalist>
    </Field>
  )
}
