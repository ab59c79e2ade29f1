import type { Phase } from '../../../../shared/live/state.ts'
import { HomeTrail } from '../../../ui/manage/HomeTrail.tsx'
import { PhaseTag } from '../../../ui/meetings/PhaseTag.tsx'

/** A meeting as the team's own list shows it. */
export interface ListedMeeting {
  id: number
  title: string
  when: string
  where: string
  cancelled: boolean
  /** null: it has no agenda yet. */
  phase: Phase | null
  joinCode: string | null
}

interface Props {
  neighbourhood: string
  paths: { meetings: string; dates: string; public: string }
  coming: readonly ListedMeeting[]
  over: readonly ListedMeeting[]
}

/** The team's own list of meetings. */
export function ManageMeetingsPage({ neighbourhood, paths, coming, over }: Props) {
  return (
    <>
      <HomeTrail neighbourhood={neighbourhood} />
      <h1 class="govuk-heading-l">Meetings in {neighbourhood}</h1>
      <p class="govuk-body">
        Residents follow a meeting on their phones, ask questions and see what is on. What you save here is on the
        public page at once.
      </p>
      <p class="govuk-body">
        <a class="govuk-button" href={`${paths.meetings}/new`}>
          Make a meeting
        </a>
      </p>
      <h2 class="govuk-heading-m">Coming</h2>
      <Meetings meetings={coming} path={paths.meetings} none="No meetings are announced." />
      <h2 class="govuk-heading-m">Earlier</h2>
      <Meetings meetings={over} path={paths.meetings} none="None yet." isOver />
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={paths.public}>
            See the public page
          </a>
        </li>
        <li>
          <a class="govuk-link" href={paths.dates}>
            Drop-ins and other dates
          </a>
        </li>
      </ul>
    </>
  )
}

interface MeetingsProps {
  meetings: readonly ListedMeeting[]
  path: string
  /** Said when there is none. */
  none: string
  isOver?: boolean
}

function Meetings({ meetings, path, none, isOver = false }: MeetingsProps) {
  if (meetings.length === 0) return <p class="govuk-body">{none}</p>
  return (
    <ul class="patch-events">
      {meetings.map((meeting) => (
        <li id={`meeting-${meeting.id}`} key={meeting.id}>
          <h3 class="govuk-heading-s">
            {meeting.phase === null ? (
              meeting.title
            ) : (
              <a class="govuk-link" href={`${path}/${meeting.id}`}>
                {meeting.title}
                <span class="govuk-visually-hidden">, {meeting.when}</span>
              </a>
            )}{' '}
            <PhaseTag phase={meeting.phase} cancelled={meeting.cancelled} isOver={isOver} />
          </h3>
          <p class="govuk-body">
            {meeting.when}
            {meeting.where && ` · ${meeting.where}`}
          </p>
          {meeting.phase === null && !meeting.cancelled && !isOver && (
            <ul class="patch-manage__links">
              <li>
                <a class="govuk-link" href={`${path}/${meeting.id}/plan`}>
                  Give it an agenda
                  <span class="govuk-visually-hidden">
                    : {meeting.title}, {meeting.when}
                  </span>
                </a>
              </li>
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
