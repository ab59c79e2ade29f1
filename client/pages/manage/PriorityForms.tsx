import { TextArea } from '../../ui/form/TextArea.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { ManageForm, type ShownForm } from '../../ui/manage/ManageForm.tsx'
import { textOf } from '../../ui/manage/typed.ts'

export interface PriorityFormProps {
  form: ShownForm
  back: { href: string; text: string }
}

/** The words of the fields of a priority. */
export const priorityLabels = {
  issue: 'The issue',
  why: 'Why it was chosen',
  owner: 'Who leads on it',
  agreedOn: 'Agreed on',
  dueOn: 'Due on (optional)',
}

/** What was agreed: to add a priority, or to change one. */
export function PriorityForm({ form, back }: PriorityFormProps) {
  const field = fieldsOf(form, priorityLabels)
  const isNew = form.revision === null
  return (
    <ManageForm
      {...form}
      heading={isNew ? 'Add a priority' : 'Change a priority'}
      back={back}
      labels={priorityLabels}
      button={isNew ? 'Publish the priority' : 'Publish the change'}
    >
      <TextField {...field('issue')} hint="In one sentence, such as “Speeding on Outer Row”" />
      <TextArea {...field('why')} hint="What residents said, or what the records show" />
      <TextField {...field('owner')} hint="As residents may be told: a name and rank, or a role" width={30} />
      <TextField {...field('agreedOn')} type="date" width={10} />
      <TextField {...field('dueOn')} hint="When you will report what came of it" type="date" width={10} />
    </ManageForm>
  )
}

/** The words of the fields of its end. */
export const closeLabels = { closedOn: 'Closed on', outcome: 'What came of it' }

/** How a priority ended. */
export function ClosePriorityForm({ form, back, issue }: PriorityFormProps & { issue: string }) {
  const field = fieldsOf(form, closeLabels)
  return (
    <ManageForm {...form} heading={`Close: ${issue}`} back={back} labels={closeLabels} button="Publish the outcome">
      <TextArea {...field('outcome')} hint="What has changed for residents, and what happens if it comes back" />
      <TextField {...field('closedOn')} type="date" width={10} />
    </ManageForm>
  )
}

/** The words of the fields of what is done about it. */
export const actionLabels = {
  what: 'What was done, or is planned',
  owner: 'Who does it (optional)',
  plannedFor: 'Planned for (optional)',
  doneOn: 'Done on',
}

/** What was done about a priority, or is planned. */
export function ActionForm({ form, back, issue }: PriorityFormProps & { issue: string }) {
  const field = fieldsOf(form, actionLabels)
  const isNew = form.revision === null
  return (
    <ManageForm
      {...form}
      heading={isNew ? `Add an action: ${issue}` : `Change an action: ${issue}`}
      back={back}
      labels={actionLabels}
      button={isNew ? 'Publish the action' : 'Publish the change'}
    >
      <TextArea {...field('what')} rows={4} />
      <TextField {...field('owner')} width={30} />
      <TextField {...field('plannedFor')} type="date" width={10} />
      <TextField {...field('doneOn')} hint="Leave it empty while it is planned" type="date" width={10} />
    </ManageForm>
  )
}

/** Gives a field's name, label, text and what is to be mended. */
export function fieldsOf<Name extends string>(form: ShownForm, labels: Record<Name, string>) {
  return (name: Name) => ({
    name,
    label: labels[name],
    value: textOf(form.texts, name),
    problem: form.problems[name],
  })
}
