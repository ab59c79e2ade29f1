import { dayInWords } from '../../../shared/time/words.ts'
import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'
import { LinkButton } from '../../ui/manage/LinkButton.tsx'

interface ManagedAction {
  id: number
  what: string
  when: string
}

/** A priority as the team's own list shows it. */
export interface ManagedPriority {
  id: number
  issue: string
  agreedOn: string
  closedOn: string | null
  revision: number
  withoutAction: boolean
  actions: readonly ManagedAction[]
}

export interface ManagePrioritiesProps {
  neighbourhood: string
  /** The path of this page; those of its forms begin with it. */
  path: string
  publicPath: string
  open: readonly ManagedPriority[]
  closed: readonly ManagedPriority[]
  usualOpen: number
}

/** The team's own list of priorities. */
export function ManagePrioritiesPage({
  neighbourhood,
  path,
  publicPath,
  open,
  closed,
  usualOpen,
}: ManagePrioritiesProps) {
  return (
    <>
      <HomeTrail neighbourhood={neighbourhood} />
      <h1 class="govuk-heading-l">Priorities in {neighbourhood}</h1>
      <p class="govuk-body">What you save here is on the public page at once.</p>
      <ul class="patch-manage__links">
        <li>
          <a class="govuk-button" href={`${path}/new`}>
            Add a priority
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${path}/dates`}>
            Meetings and other dates
          </a>
        </li>
        <li>
          <a class="govuk-link" href={publicPath}>
            The public page
          </a>
        </li>
      </ul>
      {open.length > usualOpen && (
        <p class="govuk-inset-text">
          {open.length} priorities are open. Up to three at a time is usual: with more, less gets done about each. Close
          those that are done, with what came of them.
        </p>
      )}
      <h2 class="govuk-heading-m">Open</h2>
      {open.length === 0 && <p class="govuk-body">None are open.</p>}
      {open.map((priority) => (
        <OnePriority priority={priority} path={path} key={priority.id} />
      ))}
      <h2 class="govuk-heading-m">Closed</h2>
      {closed.length === 0 && <p class="govuk-body">None have been closed.</p>}
      {closed.map((priority) => (
        <OnePriority priority={priority} path={path} key={priority.id} />
      ))}
    </>
  )
}

function OnePriority({ priority, path }: { priority: ManagedPriority; path: string }) {
  const own = `${path}/${priority.id}`
  const isOpen = priority.closedOn === null
  return (
    <article class="patch-priority" id={`priority-${priority.id}`}>
      <h3 class="govuk-heading-s">{priority.issue}</h3>
      <p class="govuk-body">
        Agreed on {dayInWords(priority.agreedOn, 'en')}
        {priority.closedOn !== null && `, closed on ${dayInWords(priority.closedOn, 'en')}`}
      </p>
      {priority.withoutAction && (
        <p class="govuk-inset-text">
          Agreed more than three months ago, and nothing is recorded as done. The public page says so.
        </p>
      )}
      {priority.actions.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {priority.actions.map((action) => (
            <li key={action.id}>
              {action.when}: {action.what}{' '}
              <a class="govuk-link" href={`${own}/actions/${action.id}`}>
                Change<span class="govuk-visually-hidden"> the action: {action.what}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <ul class="patch-manage__links">
        <Link href={`${own}/actions/new`} text="Add an action" of={priority.issue} />
        <Link href={own} text="Change" of={priority.issue} />
        <Link href={`${own}/close`} text={isOpen ? 'Close' : 'Change the outcome'} of={priority.issue} />
        {!isOpen && (
          <li>
            <LinkButton
              action={`${own}/reopen`}
              fields={{ revision: priority.revision }}
              text="Open again"
              of={priority.issue}
            />
          </li>
        )}
      </ul>
    </article>
  )
}

function Link({ href, text, of }: { href: string; text: string; of: string }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {text}
        <span class="govuk-visually-hidden">: {of}</span>
      </a>
    </li>
  )
}
