import { itemKindNames, panels } from '../../../../shared/live/itemKinds.ts'
import { most } from '../../../../shared/live/limits.ts'
import { Button } from '../../../ui/Button.tsx'
import { Choices } from '../../../ui/form/Choices.tsx'
import { SelectField } from '../../../ui/form/SelectField.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ManageForm, type ShownForm } from '../../../ui/manage/ManageForm.tsx'
import { textOf } from '../../../ui/manage/typed.ts'
import { panelNames } from '../../../ui/meetings/panelNames.ts'
import { usePage } from '../../../ui/page.ts'

const labels = {
  title: 'Title',
  titleWelsh: 'Title in Welsh (optional)',
  kind: 'What kind of item is it?',
  plannedMinutes: 'Planned minutes',
  lead: 'Who leads it (optional)',
  shows: 'What it shows from the service’s own figures',
}

/** So many empty rows for documents stand below those that are there. */
const emptyRows = 2

interface Props {
  form: ShownForm
  back: { href: string; text: string }
  /** Where the form goes; the one that takes the item off goes below it. */
  action: string
}

/** An item of an agenda: to add it, to change it, or to take it off. */
export function ItemForm({ form, back, action }: Props) {
  const { t } = usePage()
  const isNew = form.revision === null
  const field = (name: string, label: string) => ({
    name,
    label,
    value: textOf(form.texts, name),
    problem: form.problems[name],
  })
  const of = (name: keyof typeof labels) => field(name, labels[name])
  const { value: _shows, ...shows } = of('shows')
  const filled = Array.from({ length: most.documents }, (_, index) => index + 1).filter(
    (row) => textOf(form.texts, `documentTitle-${row}`) !== '' || textOf(form.texts, `documentUrl-${row}`) !== '',
  )
  const rows = Math.min(most.documents, (filled.at(-1) ?? 0) + emptyRows)
  return (
    <>
      <ManageForm
        {...form}
        heading={isNew ? 'Add an item' : 'Change an item'}
        back={back}
        labels={labels}
        button={isNew ? 'Add the item' : 'Publish the change'}
      >
        <TextField {...of('title')} />
        <TextField {...of('titleWelsh')} />
        <SelectField
          {...of('kind')}
          choices={itemKindNames.map((kind) => ({ value: kind, text: t(`live:kind_${kind}`) }))}
        />
        <TextField {...of('plannedMinutes')} inputmode="numeric" width={4} />
        <TextField {...of('lead')} hint="A name and rank, or a role" width={30} />
        <Choices
          {...shows}
          kind="checkboxes"
          hint="Drawn anew whenever somebody looks, so nobody makes slides. A break shows nothing."
          choices={panels.map((panel) => ({ value: panel, text: panelNames[panel] }))}
          chosen={[form.texts['shows'] ?? []].flat()}
        />
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend">Documents (optional)</legend>
          {Array.from({ length: rows }, (_, index) => index + 1).map((row) => (
            <div class="patch-document-row" key={row}>
              <TextField {...field(`documentTitle-${row}`, `Document ${row}: what it is called`)} />
              <TextField {...field(`documentUrl-${row}`, `Document ${row}: web address`)} type="url" />
            </div>
          ))}
        </fieldset>
      </ManageForm>
      {!isNew && (
        <form method="post" action={`${action.replace(/\/drop$/, '')}/drop`}>
          <input type="hidden" name="revision" value={form.revision ?? ''} />
          <Button kind="secondary">Take it off the agenda</Button>
        </form>
      )}
    </>
  )
}
