import type { PartField } from '../../../shared/team/fields.ts'
import { Choices } from '../form/Choices.tsx'
import { SelectField } from '../form/SelectField.tsx'
import { TextArea } from '../form/TextArea.tsx'
import { TextField } from '../form/TextField.tsx'
import { type FieldTexts, textOf } from './typed.ts'

interface Props {
  fields: readonly PartField[]
  typed: FieldTexts
  problems: Readonly<Record<string, string>>
}

/** The fields of a part of a team's page. */
export function PartFields({ fields, typed, problems }: Props) {
  return fields.map((field) => <Field key={field.name} field={field} typed={typed} problem={problems[field.name]} />)
}

function Field({ field, typed, problem }: { field: PartField; typed: FieldTexts; problem: string | undefined }) {
  const { name, label, hint, control, choices = [] } = field
  const shared = { name, label, hint, problem }
  const value = textOf(typed, name)
  switch (control) {
    case 'lines':
      return <TextArea {...shared} value={value} rows={name === 'address' || name === 'openingHours' ? 3 : 6} />
    case 'choice':
      return <SelectField {...shared} value={value} choices={choices} />
    case 'shown':
      return <Choices {...shared} kind="checkboxes" chosen={[typed[name] ?? []].flat()} choices={choices} />
    case 'email':
      // Not type=email: forces also put the address of a message form here.
      return <TextField {...shared} value={value} inputmode="email" spellcheck={false} />
    case 'telephone':
      return <TextField {...shared} value={value} type="tel" width={20} />
    case 'web':
      return <TextField {...shared} value={value} inputmode="url" spellcheck={false} />
    case 'short':
      return <TextField {...shared} value={value} width={10} spellcheck={false} />
    case 'line':
      return <TextField {...shared} value={value} />
    default:
      return control satisfies never
  }
}
