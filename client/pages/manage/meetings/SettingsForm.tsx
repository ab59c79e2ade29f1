import { Choices } from '../../../ui/form/Choices.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ManageForm, type ShownForm } from '../../../ui/manage/ManageForm.tsx'
import { textOf } from '../../../ui/manage/typed.ts'
import { fieldsOf } from '../PriorityForms.tsx'

const labels = {
  questionsModerated: 'When does a question from a phone show?',
  questionsPerDevice: 'Questions that one phone can have open',
  minutesShown: 'When do minutes show?',
}

interface Props {
  form: ShownForm
  back: { href: string; text: string }
}

/** How questions and minutes of a meeting are kept. The chair can change it during the meeting too. */
export function SettingsForm({ form, back }: Props) {
  const field = fieldsOf(form, labels)
  const { value: _moderated, ...moderated } = field('questionsModerated')
  const { value: _shown, ...shown } = field('minutesShown')
  return (
    <ManageForm {...form} heading="Questions and minutes" back={back} labels={labels} button="Save">
      <Choices
        {...moderated}
        kind="radios"
        chosen={[textOf(form.texts, 'questionsModerated')]}
        choices={[
          { value: 'yes', text: 'Once the chair has let it through' },
          { value: 'no', text: 'At once while the meeting is on', hint: 'Before its start every question waits' },
        ]}
      />
      <TextField
        {...field('questionsPerDevice')}
        hint="One that was answered makes room for another"
        inputmode="numeric"
        width={4}
      />
      <Choices
        {...shown}
        kind="radios"
        chosen={[textOf(form.texts, 'minutesShown')]}
        choices={[
          { value: 'live', text: 'As they are typed' },
          { value: 'end', text: 'Only once they are published' },
        ]}
      />
    </ManageForm>
  )
}
