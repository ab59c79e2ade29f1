import type { Choice } from '../../../ui/form/SelectField.tsx'
import { ManageForm, type ShownForm } from '../../../ui/manage/ManageForm.tsx'
import { LineFields, lineLabels } from './LineFields.tsx'

interface Props {
  form: ShownForm
  back: { href: string; text: string }
  items: readonly Choice[]
}

/** One line of the minutes, to change it. */
export function MinutesLinePage({ form, back, items }: Props) {
  return (
    <ManageForm {...form} heading="Change a line of the minutes" back={back} labels={lineLabels} button="Save the line">
      <LineFields texts={form.texts} problems={form.problems} items={items} />
    </ManageForm>
  )
}
