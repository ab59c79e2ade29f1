import type { Minutes } from '../../../../shared/minutes/minutes.ts'
import { Button } from '../../../ui/Button.tsx'
import { OnceField } from '../../../ui/form/OnceField.tsx'
import { ProblemSummary } from '../../../ui/form/ProblemSummary.tsx'
import { type Choice, SelectField } from '../../../ui/form/SelectField.tsx'
import { MinutesDocument } from '../../../ui/minutes/MinutesDocument.tsx'

export interface PublishMinutesPageProps {
  title: string
  day: string
  back: string
  minutes: Minutes
  plannedFor: string
  place: string
  /** What would be published, as it was shown. */
  seen: string
  /** Actions with the priority chosen for each so far: '' while none is, 'none' for none. */
  actions: readonly { id: string; text: string; chosen: string }[]
  priorities: readonly Choice[]
  /** Questions that will go to the inbox. */
  unanswered: readonly string[]
  problems: Readonly<Record<string, string>>
  /** Somebody changed the minutes while this person was reading. */
  isOutdated: boolean
}

/** The minutes as everyone will read them, what follows from publishing them, and the button that does it. */
export function PublishMinutesPage(props: PublishMinutesPageProps) {
  const { actions, unanswered, problems } = props
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={props.back}>
          Write the minutes: {props.title}, {props.day}
        </a>
      </p>
      {props.isOutdated && (
        <div class="govuk-error-summary" role="alert">
          <h2 class="govuk-error-summary__title">The minutes were changed while you were reading</h2>
          <div class="govuk-error-summary__body">
            <p>Nothing was published. Below they are as they stand now: read them once more, then approve.</p>
          </div>
        </div>
      )}
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">Approve and publish the minutes</h1>
      <div class="patch-preview">
        <MinutesDocument minutes={props.minutes} plannedFor={props.plannedFor} place={props.place} priorities={null} />
      </div>
      <form class="patch-minutes__approve" method="post" noValidate>
        <OnceField />
        <input type="hidden" name="seen" value={props.seen} />
        <h2 class="govuk-heading-m">What follows</h2>
        {actions.map(({ id, text, chosen }) => (
          <SelectField
            key={id}
            name={`priority-${id}`}
            label={`Priority of the action “${text}”`}
            value={chosen}
            choices={[
              { value: '', text: 'Choose' },
              ...props.priorities,
              { value: 'none', text: 'None: it belongs to no priority' },
            ]}
            problem={problems[`priority-${id}`]}
          />
        ))}
        {actions.length > 0 && (
          <p class="govuk-body">
            Each action with a priority stands on the priorities page as planned, with who does it and by when.
          </p>
        )}
        {unanswered.length > 0 && (
          <>
            <p class="govuk-body">
              {unanswered.length === 1
                ? 'One question was not answered. It goes to your inbox, and its clock starts now:'
                : `${unanswered.length} questions were not answered. They go to your inbox, and their clock starts now:`}
            </p>
            <ul class="govuk-list govuk-list--bullet">
              {unanswered.map((text) => (
                <li class="patch-minutes__text" key={text}>
                  {text}
                </li>
              ))}
            </ul>
          </>
        )}
        <p class="govuk-body">What devices did in the meeting (who backed what) is forgotten for good.</p>
        <Button kind="primary">Approve and publish</Button>
      </form>
    </>
  )
}
