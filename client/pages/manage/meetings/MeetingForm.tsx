import { Choices } from '../../../ui/form/Choices.tsx'
import { type Choice, SelectField } from '../../../ui/form/SelectField.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { ManageForm, type ShownForm } from '../../../ui/manage/ManageForm.tsx'
import { textOf } from '../../../ui/manage/typed.ts'
import { fieldsOf } from '../PriorityForms.tsx'

const labels = {
  title: 'Title',
  day: 'Day',
  starts: 'Starts',
  ends: 'Ends (optional)',
  attendance: 'How can people take part?',
  place: 'Place',
  address: 'Address',
  postcode: 'Postcode',
  accessNotes: 'Access (optional)',
  onlineUrl: 'Link to take part online',
  description: 'Description (optional)',
  longitude: 'Longitude',
  latitude: 'Latitude',
}
/** The words of every field. */
export const meetingLabels = { ...labels, agenda: 'The agenda to begin with' }

const attendances = [
  { value: 'in-person', text: 'In person' },
  { value: 'online', text: 'Online' },
  { value: 'hybrid', text: 'Both: people in the hall, and others from home' },
]
const beginnings = [
  { value: 'usual', text: 'The usual agenda of a priorities meeting' },
  { value: 'empty', text: 'An empty one' },
]

interface Props {
  form: ShownForm
  back: { href: string; text: string }
  /** Agendas of earlier meetings; null where the meeting has its agenda. */
  agendas: readonly Choice[] | null
}

/** A meeting: to make it, to give an announced one its agenda, or to change it. */
export function MeetingForm({ form, back, agendas }: Props) {
  const field = fieldsOf(form, meetingLabels)
  const isNew = form.revision === null
  const { value: _attendance, ...attendance } = field('attendance')
  return (
    <ManageForm
      {...form}
      heading={isNew ? 'Make a meeting' : agendas ? 'Give a meeting its agenda' : 'Change the meeting'}
      back={back}
      labels={agendas ? meetingLabels : labels}
      button={isNew || agendas ? 'Publish the meeting' : 'Publish the change'}
    >
      <TextField {...field('title')} hint="Such as “Neighbourhood meeting”" />
      <TextField {...field('day')} type="date" width={10} />
      <div class="patch-hours">
        <TextField {...field('starts')} type="time" width={10} />
        <TextField {...field('ends')} type="time" width={10} />
      </div>
      <Choices {...attendance} kind="radios" choices={attendances} chosen={[textOf(form.texts, 'attendance')]} />
      <TextField {...field('place')} hint="Such as “Community hall”" />
      <TextField {...field('address')} />
      <TextField {...field('postcode')} hint="It puts the place on the map" width={10} />
      <TextArea
        {...field('accessNotes')}
        rows={3}
        hint="Is it step-free? Is there a hearing loop? Where can people park, and which bus stops there?"
      />
      <TextField {...field('onlineUrl')} hint="Begins with https://" type="url" />
      <TextArea {...field('description')} />
      {agendas && (
        <SelectField
          {...field('agenda')}
          choices={[...beginnings, ...agendas]}
          hint="You can change it afterwards. A copy leaves documents out."
        />
      )}
      <PlaceByHand isOpen={Boolean(form.problems['longitude'] || form.problems['latitude'])}>
        <TextField {...field('longitude')} width={10} inputmode="text" hint="In degrees, such as -1.1398" />
        <TextField {...field('latitude')} width={10} inputmode="text" hint="In degrees, such as 52.6369" />
      </PlaceByHand>
    </ManageForm>
  )
}

function PlaceByHand({ isOpen, children }: { isOpen: boolean; children: preact.ComponentChildren }) {
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Put the place on the map by hand</span>
      </summary>
      <div class="govuk-details__text">
        <p class="govuk-body">Leave both empty to use the postcode.</p>
        {children}
      </div>
    </details>
  )
}
