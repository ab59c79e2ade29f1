import { Choices } from '../../../ui/form/Choices.tsx'
import { type Choice, SelectField } from '../../../ui/form/SelectField.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FieldTexts, textOf } from '../../../ui/manage/typed.ts'

/** The words of the fields of a line of the minutes. */
export const lineLabels = {
  kind: 'What it is',
  item: 'Under which item',
  text: 'In plain words',
  owner: 'Who does it (an action’s)',
  dueOn: 'By when (an action’s, optional)',
}

const kinds: readonly Choice[] = [
  { value: 'note', text: 'Note' },
  { value: 'decision', text: 'Decision' },
  { value: 'action', text: 'Action' },
]

interface Props {
  texts: FieldTexts
  problems: Readonly<Record<string, string>>
  /** The items of the agenda. */
  items: readonly Choice[]
}

/** The fields of a line of the minutes. */
export function LineFields({ texts, problems, items }: Props) {
  const field = (name: keyof typeof lineLabels) => ({
    name,
    label: lineLabels[name],
    problem: problems[name],
    value: textOf(texts, name),
  })
  const { value: kind, ...kindField } = field('kind')
  return (
    <>
      <Choices {...kindField} kind="radios" chosen={[kind]} choices={kinds} />
      <SelectField {...field('item')} choices={[{ value: '', text: 'Beside the agenda' }, ...items]} />
      <TextArea
        {...field('text')}
        rows={4}
        hint="Everyone reads it once the minutes are published. Name nobody who did not agree to it."
      />
      <TextField {...field('owner')} width={30} hint="A name and rank, or a role" />
      <TextField {...field('dueOn')} type="date" width={10} />
    </>
  )
}
