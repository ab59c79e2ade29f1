import type { ComponentChildren } from 'preact'
import type { Minutes, MinutesItem, MinutesLine, MinutesQuestion } from '../../../../shared/minutes/minutes.ts'
import { Button } from '../../../ui/Button.tsx'
import { OnceField } from '../../../ui/form/OnceField.tsx'
import { ProblemSummary } from '../../../ui/form/ProblemSummary.tsx'
import type { Choice } from '../../../ui/form/SelectField.tsx'
import { TextArea } from '../../../ui/form/TextArea.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { LinkButton } from '../../../ui/manage/LinkButton.tsx'
import type { FieldTexts } from '../../../ui/manage/typed.ts'
import { Lines } from '../../../ui/minutes/Lines.tsx'
import { Questions } from '../../../ui/minutes/Questions.tsx'
import { LineFields } from './LineFields.tsx'

export interface ManageMinutesPageProps {
  title: string
  day: string
  phase: 'planned' | 'running' | 'closed' | 'published'
  minutes: Minutes
  /** The revision of each line, by its id: who removes it says which they saw. */
  revisions: ReadonlyMap<string, number>
  items: readonly Choice[]
  /** Whoever looks is of the team: approving is theirs, and answers after the close. */
  isTeam: boolean
  paths: { here: string; meeting: string; public: string; inbox: string }
  /** What people said about the meeting, for the team. */
  reasons: readonly string[]
  typed: FieldTexts
  problems: Readonly<Record<string, string>>
  /** Said above everything: what has just happened. */
  notice: string | null
}

/** The minutes while they are written: line by line, with what is still to do before they are published. */
export function ManageMinutesPage(props: ManageMinutesPageProps) {
  const { minutes, paths, phase, problems, typed } = props
  const mayWrite = phase !== 'published'
  return (
    <div class="patch-manage">
      <p class="patch-eyebrow">
        <a class="govuk-link" href={paths.meeting}>
          {props.title}, {props.day}
        </a>
      </p>
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">Write the minutes</h1>
      {props.notice && (
        <p class="govuk-inset-text" role="status">
          {props.notice}
        </p>
      )}
      <NextStep {...props} />
      {mayWrite && <Attendance {...props} />}
      <h2 class="govuk-heading-m">Line by line</h2>
      {minutes.items.map((item) => (
        <Part heading={item.title} part={item} props={props} mayWrite={mayWrite} key={item.id} />
      ))}
      {(minutes.lines.length > 0 || minutes.questions.length > 0) && (
        <Part heading="Beside the agenda" part={minutes} props={props} mayWrite={mayWrite} />
      )}
      {mayWrite && (
        <section class="patch-manage__offer" aria-labelledby="add">
          <h2 class="govuk-heading-m" id="add">
            Add a line
          </h2>
          <form method="post" action={`${paths.here}/lines`} noValidate>
            <OnceField />
            <LineFields texts={typed} problems={problems} items={props.items} />
            <Button kind="secondary">Add the line</Button>
          </form>
        </section>
      )}
      {props.reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 class="govuk-heading-m" id="reasons">
            What people said about the meeting
          </h2>
          <ul class="govuk-list govuk-list--bullet">
            {props.reasons.map((reason) => (
              <li class="patch-minutes__text" key={reason}>
                {reason}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function NextStep({ phase, isTeam, paths }: ManageMinutesPageProps) {
  if (phase === 'planned' || phase === 'running')
    return (
      <p class="govuk-body">
        The meeting is {phase === 'planned' ? 'still to come' : 'on'}. Lines can be written now; the minutes can be
        approved once it is closed.
      </p>
    )
  if (!isTeam)
    return (
      <p class="govuk-body">
        {phase === 'closed'
          ? 'The meeting is closed. You can still write; the team approves and publishes the minutes.'
          : 'The team has published the minutes.'}
      </p>
    )
  if (phase === 'closed')
    return (
      <p class="govuk-body">
        <a class="govuk-button" href={`${paths.here}/publish`}>
          Preview and approve
        </a>
      </p>
    )
  return (
    <>
      <p class="govuk-body">
        The minutes are{' '}
        <a class="govuk-link" href={paths.public}>
          published
        </a>
        . Questions that were not answered are in{' '}
        <a class="govuk-link" href={paths.inbox}>
          the inbox
        </a>
        ; an answer there stands in the minutes at once.
      </p>
      <form method="post" action={`${paths.here}/withdraw`}>
        <OnceField />
        <p class="govuk-hint" id="withdraw-hint">
          To mend something take them back: nobody sees them until you publish again. Their actions and questions stay
          where they are.
        </p>
        <Button kind="secondary">Withdraw the minutes to mend them</Button>
      </form>
    </>
  )
}

function Attendance({ paths, minutes, typed, problems }: ManageMinutesPageProps) {
  const { room, online } = minutes.attendance
  const value = typeof typed['count'] === 'string' ? typed['count'] : room === null ? '' : String(room)
  return (
    <form method="post" action={`${paths.here}/attendance`} noValidate>
      <OnceField />
      <TextField
        name="count"
        label="How many were in the room"
        hint={
          online === null
            ? 'Leave it empty if nobody counted'
            : `Online at once, at most: ${online} (counted by itself)`
        }
        value={value}
        inputmode="numeric"
        width={5}
        problem={problems['count']}
      />
      <Button kind="secondary">Save the number</Button>
    </form>
  )
}

interface PartProps {
  heading: string
  part: Pick<MinutesItem, 'lines' | 'questions'>
  props: ManageMinutesPageProps
  mayWrite: boolean
}

function Part({ heading, part, props, mayWrite }: PartProps) {
  return (
    <section class="patch-minutes__item">
      <h3 class="govuk-heading-s">{heading}</h3>
      {part.lines.map((line) => (
        <WithLinks line={line} props={props} mayWrite={mayWrite} key={line.id} />
      ))}
      {part.questions.map((question) => (
        <div key={question.id}>
          <Questions questions={[question]} />
          {props.isTeam && props.phase === 'closed' && question.outcome === 'unanswered' && (
            <AnswerNow question={question} props={props} />
          )}
        </div>
      ))}
      {part.lines.length === 0 && part.questions.length === 0 && <p class="govuk-hint">Nothing is written down.</p>}
    </section>
  )
}

function WithLinks({ line, props, mayWrite }: { line: MinutesLine; props: ManageMinutesPageProps; mayWrite: boolean }) {
  const { paths, revisions } = props
  const path = `${paths.here}/lines/${line.id}`
  return (
    <div class="patch-minutes__written">
      <Lines lines={[line]} />
      {mayWrite && (
        <div class="govuk-body patch-minutes__do">
          <a class="govuk-link" href={path}>
            Change<Hidden> “{line.text}”</Hidden>
          </a>{' '}
          <LinkButton
            isInline
            action={`${path}/remove`}
            fields={{ revision: revisions.get(line.id) ?? 0 }}
            text="Remove"
            of={`“${line.text}”`}
          />
        </div>
      )}
    </div>
  )
}

function Hidden({ children }: { children: ComponentChildren }) {
  return <span class="govuk-visually-hidden">{children}</span>
}

/** What is not answered when the minutes are published becomes a message; it can be answered before. */
function AnswerNow({ question, props }: { question: MinutesQuestion; props: ManageMinutesPageProps }) {
  const field = `answer-${question.id}`
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Answer it now</span>
      </summary>
      <div class="govuk-details__text">
        <form method="post" action={`${props.paths.here}/questions/${question.id}`} noValidate>
          <OnceField />
          <TextArea
            name={field}
            label="Answer, for everyone"
            rows={3}
            value={typeof props.typed[field] === 'string' ? props.typed[field] : ''}
            problem={props.problems[field]}
          />
          <Button kind="secondary">Save the answer</Button>
        </form>
      </div>
    </details>
  )
}
