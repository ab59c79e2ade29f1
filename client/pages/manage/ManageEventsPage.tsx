/** A date as the team's own list shows it. */
export interface ManagedEvent {
  id: number
  title: string
  when: string
  where: string
  cancelled: boolean
}

export interface ManageEventsProps {
  neighbourhood: string
  /** The path of this page; those of its forms begin with it. */
  path: string
  prioritiesPath: string
  meetingsPath: string
  coming: readonly ManagedEvent[]
  over: readonly ManagedEvent[]
}

/** The team's own list of meetings, drop-ins and other dates. */
export function ManageEventsPage({
  neighbourhood,
  path,
  prioritiesPath,
  meetingsPath,
  coming,
  over,
}: ManageEventsProps) {
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={prioritiesPath}>
          Priorities in {neighbourhood}
        </a>
      </p>
      <h1 class="govuk-heading-l">Meetings and other dates in {neighbourhood}</h1>
      <p class="govuk-body">What you save here is on the public page at once.</p>
      <p class="govuk-body">
        <a class="govuk-button" href={`${path}/new`}>
          Add a date
        </a>
      </p>
      <p class="govuk-body">
        A meeting that people can follow, with an agenda and a code to join, is made under{' '}
        <a class="govuk-link" href={meetingsPath}>
          Meetings
        </a>
        .
      </p>
      <h2 class="govuk-heading-m">Coming</h2>
      {coming.length === 0 ? <p class="govuk-body">No dates are announced.</p> : <Events events={coming} path={path} />}
      <h2 class="govuk-heading-m">Over</h2>
      {over.length === 0 ? <p class="govuk-body">None yet.</p> : <Events events={over} path={path} areOver />}
    </>
  )
}

interface EventsProps {
  events: readonly ManagedEvent[]
  path: string
  /** Nobody can come any more, so there is nothing to cancel. */
  areOver?: boolean
}

function Events({ events, path, areOver = false }: EventsProps) {
  return (
    <ul class="patch-events">
      {events.map((event) => (
        <li id={`event-${event.id}`} key={event.id}>
          <h3 class="govuk-heading-s">
            {event.cancelled && 'Cancelled: '}
            {event.title}
          </h3>
          <p class="govuk-body">
            {event.when}
            {event.where && (
              <>
                <br />
                {event.where}
              </>
            )}
          </p>
          <ul class="patch-manage__links">
            <li>
              <a class="govuk-link" href={`${path}/${event.id}`}>
                Change
                <span class="govuk-visually-hidden">
                  : {event.title}, {event.when}
                </span>
              </a>
            </li>
            {!areOver && (
              <li>
                <a class="govuk-link" href={`${path}/${event.id}/cancel`}>
                  {event.cancelled ? 'It takes place after all' : 'Cancel'}
                  <span class="govuk-visually-hidden">
                    : {event.title}, {event.when}
                  </span>
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ul>
  )
}
