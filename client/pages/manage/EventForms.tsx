import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/form/Choices.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { ManageForm } from '../../ui/manage/ManageForm.tsx'
import { textOf } from '../../ui/manage/typed.ts'
import { fieldsOf, type PriorityFormProps } from './PriorityForms.tsx'

/** The words of the fields of a date. */
export const eventLabels = {
  kind: 'What kind of date is it?',
  title: 'Title',
  day: 'Day',
  starts: 'Starts',
  ends: 'Ends (optional)',
  place: 'Place',
  address: 'Address',
  onlineUrl: 'Link to take part online (optional)',
  description: 'Description (optional)',
}

const kinds = [
  { value: 'meeting', text: 'Meeting', hint: 'Residents and the team agree on priorities, or hear what was done' },
  { value: 'drop-in', text: 'Drop-in', hint: 'The team is at a place for a while, and anybody can come' },
  { value: 'other', text: 'Another event' },
]

/** A date on which people can come: to add one, or to change it. */
export function EventForm({ form, back }: PriorityFormProps) {
  const field = fieldsOf(form, eventLabels)
  const isNew = form.revision === null
  const { value: _kind, ...kindField } = field('kind')
  return (
    <ManageForm
      {...form}
      heading={isNew ? 'Add a date' : 'Change a date'}
      back={back}
      labels={eventLabels}
      button={isNew ? 'Publish the date' : 'Publish the change'}
    >
      <Choices {...kindField} kind="radios" choices={kinds} chosen={[textOf(form.texts, 'kind')]} />
      <TextField {...field('title')} hint="Such as “Neighbourhood meeting”" />
      <TextField {...field('day')} type="date" width={10} />
      <div class="patch-hours">
        <TextField {...field('starts')} type="time" width={10} />
        <TextField {...field('ends')} type="time" width={10} />
      </div>
      <TextField {...field('place')} hint="Such as “Community hall”" />
      <TextField {...field('address')} />
      <TextField {...field('onlineUrl')} hint="Begins with https://" type="url" />
      <TextArea {...field('description')} />
    </ManageForm>
  )
}

export interface CancelEventProps {
  back: { href: string; text: string }
  title: string
  when: string
  cancelled: boolean
  revision: number
  /** Somebody has changed it since the page was opened. */
  hasChanged: boolean
}

/** The question before a date is cancelled, or before it is said that it takes place after all. */
export function CancelEventPage({ back, title, when, cancelled, revision, hasChanged }: CancelEventProps) {
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back.href}>
          {back.text}
        </a>
      </p>
      <h1 class="govuk-heading-l">{cancelled ? `Say that it takes place: ${title}` : `Cancel: ${title}`}</h1>
      {hasChanged && (
        <p class="patch-both" role="alert">
          Somebody else has changed this meanwhile. Nothing of yours has been published. Below is what stands now.
        </p>
      )}
      <p class="govuk-body">{when}</p>
      <p class="govuk-body">
        {cancelled
          ? 'The page, the feed and calendars will show it as taking place again.'
          : 'It stays on the page, marked as cancelled, until its day has passed. The feed and calendars say so too.'}
      </p>
      <form method="post">
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="cancelled" value={cancelled ? 'no' : 'yes'} />
        <Button kind="primary">{cancelled ? 'It takes place' : 'Cancel this date'}</Button>
      </form>
    </>
  )
}
