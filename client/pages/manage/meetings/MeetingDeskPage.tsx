import type { ComponentChildren } from 'preact'
import type { DrawnMap } from '../../../../shared/figures/smallMap.ts'
import { spacedJoinCode } from '../../../../shared/live/joinCode.ts'
import type { MeetingState } from '../../../../shared/live/state.ts'
import { AgendaToOrder } from '../../../ui/meetings/AgendaToOrder.tsx'
import { PhaseTag } from '../../../ui/meetings/PhaseTag.tsx'
import { SmallMap } from '../../../ui/smallMap/SmallMap.tsx'

const attendances = { 'in-person': 'In person', online: 'Online', hybrid: 'In the hall and online' } as const

interface Props {
  back: { href: string; text: string }
  title: string
  when: string
  row: {
    place: string
    online_url: string
    cancelled_at: Date | null
    meeting: { attendance: keyof typeof attendances; accessNotes: string; joinCode: string }
  }
  address: { address: string; postcode: string }
  /** null: the place is not known, or is not on it. */
  map: DrawnMap | null
  /** What to look at again about the place, in a sentence. */
  doubt: string | undefined
  state: MeetingState
  /** Minutes that the agenda takes, and that the meeting lasts. */
  lengths: { planned: number; meeting: number | null }
  /** Names of residents who can chair. */
  chairs: readonly string[]
  neighbourhood: string
  urls: { desk: string; cancel: string; page: string; minutes: string; calendar: string }
}

/** All that is planned of one meeting, and its agenda. */
export function MeetingDeskPage(props: Props) {
  const { back, title, when, row, doubt, map, state, lengths, neighbourhood, urls } = props
  const isOpen = state.phase === 'planned' || state.phase === 'running'
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back.href}>
          {back.text}
        </a>
      </p>
      <h1 class="govuk-heading-l">
        {title} <PhaseTag phase={state.phase} cancelled={row.cancelled_at !== null} />
      </h1>
      <p class="govuk-body patch-event__when">{when}</p>
      <p class="govuk-button-group">
        <a class="govuk-button" href={isOpen ? `${urls.page}/chair` : urls.minutes}>
          {isOpen
            ? 'Chair the meeting'
            : state.phase === 'closed'
              ? 'Finish and approve the minutes'
              : 'See the minutes'}
        </a>
        {isOpen ? (
          <a class="govuk-link" href={urls.minutes}>
            Write the minutes
          </a>
        ) : (
          <a class="govuk-link" href={`${urls.page}/chair`}>
            Go back to the chair’s desk
          </a>
        )}
        {isOpen && (
          <a class="govuk-link" href={`${urls.page}/screen`}>
            Open the projector’s screen
          </a>
        )}
        <a class="govuk-link" href={urls.page}>
          See the public page
        </a>
        {isOpen && (
          <a class="govuk-link" href={`${urls.page}/poster`}>
            Print the poster
          </a>
        )}
      </p>
      {doubt && <p class="govuk-inset-text">{doubt}</p>}
      <div class="patch-desk">
        <Facts {...props} />
        {map && (
          <SmallMap
            map={map}
            title={`Where the meeting is in ${neighbourhood}`}
            description="A square marks the place on the outline of the neighbourhood."
            legend="The square marks the place."
          />
        )}
      </div>
      <h2 class="govuk-heading-m" id="agenda">
        Agenda
      </h2>
      <p class="govuk-body">
        {lengths.planned} minutes planned
        {lengths.meeting !== null && `; the meeting lasts ${lengths.meeting} minutes`}.
        {lengths.meeting !== null && lengths.planned > lengths.meeting && (
          <strong> That is {lengths.planned - lengths.meeting} minutes too many.</strong>
        )}
      </p>
      {state.items.length === 0 && <p class="govuk-body">There is nothing on it yet.</p>}
      <AgendaToOrder items={state.items} desk={urls.desk} isOpen={isOpen} />
      {isOpen && (
        <p class="govuk-body">
          <a class="govuk-button govuk-button--secondary" href={`${urls.desk}/items/new`}>
            Add an item
          </a>
        </p>
      )}
    </>
  )
}

function Facts({ row, address, state, chairs, urls }: Props) {
  const { settings } = state
  const place = [row.place, address.address, address.postcode].filter(Boolean).join(', ')
  return (
    <dl class="govuk-summary-list">
      <Fact term="How people take part" change={`${urls.desk}/details`} what="when, where and how">
        {attendances[row.meeting.attendance]}
        {place && <span class="patch-event__place">{place}</span>}
        {row.online_url && <span class="patch-event__place patch-break-anywhere">{row.online_url}</span>}
      </Fact>
      <Fact term="Access" change={`${urls.desk}/details#accessNotes`} what="the notes on access">
        {row.meeting.accessNotes || 'Nothing is said yet'}
      </Fact>
      <Fact term="Join code">
        <strong class="patch-join-code">{spacedJoinCode(row.meeting.joinCode)}</strong>
      </Fact>
      <Fact term="Questions and minutes" change={`${urls.desk}/settings`} what="how questions and minutes are kept">
        {settings.questionsModerated ? 'Questions wait for the chair' : 'Questions show at once'}; up to{' '}
        {settings.questionsPerDevice} from one phone. Minutes show{' '}
        {settings.minutesShown === 'live' ? 'as they are typed' : 'once they are published'}.
      </Fact>
      <Fact term="Who chairs" change={`${urls.desk}/chairs`} what="who chairs">
        The team{chairs.length > 0 && `, and ${chairs.join(', ')} by a private link`}
      </Fact>
      <Fact term="In calendars">
        <a class="govuk-link" href={urls.calendar}>
          Calendar file
        </a>
      </Fact>
      <Fact term={row.cancelled_at ? 'Cancelled' : 'Takes place'} change={urls.cancel} what="whether it takes place">
        {row.cancelled_at ? 'Pages, feed and calendars say that it is cancelled' : 'Yes'}
      </Fact>
    </dl>
  )
}

interface FactProps {
  term: string
  /** Where it is changed, and what is, for those who hear only the link. */
  change?: string
  what?: string
  children: ComponentChildren
}

function Fact({ term, change, what, children }: FactProps) {
  return (
    <div class={change ? 'govuk-summary-list__row' : 'govuk-summary-list__row govuk-summary-list__row--no-actions'}>
      <dt class="govuk-summary-list__key">{term}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
      {change && (
        <dd class="govuk-summary-list__actions">
          <a class="govuk-link" href={change}>
            Change<span class="govuk-visually-hidden"> {what}</span>
          </a>
        </dd>
      )}
    </div>
  )
}
