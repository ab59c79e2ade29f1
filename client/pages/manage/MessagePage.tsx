import { Button } from '../../ui/Button.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { type Choice, SelectField } from '../../ui/form/SelectField.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { Act, ActsForm } from '../../ui/manage/ActsForm.tsx'
import type { MessageRow } from '../../ui/messages/MessageTable.tsx'
import { Thread, type ThreadEntry } from '../../ui/messages/Thread.tsx'

export interface MessagePageProps {
  id: number
  place: string
  topic: string
  state: string
  path: string
  inboxPath: string
  due: MessageRow['due']
  /** More about it, a sentence each: whom it is assigned to, what the resident chose. */
  facts: readonly string[]
  thread: readonly ThreadEntry[]
  /** Where the message is a question that a meeting left unanswered: the page of its minutes. */
  meeting: { minutes: string } | null
  revision: number
  /** What can be done to it now, by this person. */
  possible: readonly string[]
  people: readonly Choice[]
  neighbourhoods: readonly Choice[]
  typed: { answer: string; note: string; person: string; to: string; reply: string }
  problems: Readonly<Record<string, string>>
  /** Somebody else changed the message while this person was writing. */
  isOutdated: boolean
  /** Something was done by one button while words for another stand in the form. */
  isUnsent: boolean
}

/** One message, for officers: everything that was written, and what to do with it. */
export function MessagePage(props: MessagePageProps) {
  const { id, due, problems, typed, possible } = props
  const can = (change: string) => possible.includes(change)
  return (
    <div class="patch-message">
      <p class="patch-eyebrow">
        <a class="govuk-link" href={props.inboxPath}>
          Messages: {props.place}
        </a>
      </p>
      {props.isOutdated && <Outdated state={props.state} />}
      {props.isUnsent && (
        <p class="govuk-inset-text" role="status">
          That is done. What else you typed is still in the form below, and not sent yet.
        </p>
      )}
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">
        Message {id}: {props.topic}
      </h1>
      <p class="govuk-body">
        {props.state}.{' '}
        {due && (
          <>
            {due.isOverdue ? <strong class="patch-overdue">{due.left}</strong> : `${due.left}.`} {due.text}.
          </>
        )}
      </p>
      {props.meeting && (
        <p class="govuk-inset-text">
          This question was asked at a meeting.{' '}
          <a class="govuk-link" href={props.meeting.minutes}>
            The minutes of it
          </a>{' '}
          show your answer below the question, to everyone.
        </p>
      )}
      <ul class="govuk-list">
        {props.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m" id="thread">
        What was written
      </h2>
      <Thread entries={props.thread} />
      {possible.length > 0 && (
        <ActsForm revision={props.revision}>
          {can('acknowledge') && (
            <Act>
              <Button kind="secondary" action={`${props.path}/acknowledge`}>
                {props.meeting ? 'Acknowledge: it was read' : 'Acknowledge: tell the resident it was read'}
              </Button>
            </Act>
          )}
          {can('recourse') && (
            <Act>
              <TextArea
                name="reply"
                label="Reply of the supervisor to the resident"
                value={typed.reply}
                problem={problems['reply']}
              />
              <Button kind="secondary" action={`${props.path}/recourse`}>
                Send the supervisor’s reply
              </Button>
            </Act>
          )}
          {can('answer') && (
            <Act>
              <TextArea
                name="answer"
                label={props.meeting ? 'Answer, for everyone' : 'Answer to the resident'}
                hint={
                  props.meeting
                    ? 'It is published at once below the question in the minutes. Write nothing about a person in it.'
                    : 'The resident reads it on their private page. A letter, if they gave an address, says only that there is an answer.'
                }
                value={typed.answer}
                problem={problems['answer']}
                rows={8}
              />
              <Button kind="primary" action={`${props.path}/answer`}>
                Send the answer
              </Button>
            </Act>
          )}
          {can('assign') && (
            <Act>
              <SelectField
                name="person"
                label="Assigned to"
                value={typed.person}
                choices={[{ value: '', text: 'Nobody' }, ...props.people]}
              />
              <Button kind="secondary" action={`${props.path}/assign`}>
                Assign
              </Button>
            </Act>
          )}
          {can('note') && (
            <Act>
              <TextArea
                name="note"
                label="Note between officers"
                hint="The resident never sees it. It is erased with the message."
                value={typed.note}
                problem={problems['note']}
                rows={3}
              />
              <Button kind="secondary" action={`${props.path}/note`}>
                Add the note
              </Button>
            </Act>
          )}
          {can('forward') && props.neighbourhoods.length > 0 && (
            <Act>
              <SelectField
                name="to"
                label="Forward to another neighbourhood of the force"
                hint="The clock goes on. You may not see the message afterwards."
                value={typed.to}
                problem={problems['to']}
                choices={[{ value: '', text: 'Choose a neighbourhood' }, ...props.neighbourhoods]}
              />
              <Button kind="secondary" action={`${props.path}/forward`}>
                Forward
              </Button>
            </Act>
          )}
          {can('close') && (
            <Act>
              <p class="govuk-hint">
                Closing without an answer does not count as one. What was written is erased 90 days later.
              </p>
              <Button kind="secondary" action={`${props.path}/close`}>
                Close
              </Button>
            </Act>
          )}
        </ActsForm>
      )}
    </div>
  )
}

function Outdated({ state }: { state: string }) {
  return (
    <div class="govuk-error-summary" role="alert">
      <h2 class="govuk-error-summary__title">Somebody changed this message while you were writing</h2>
      <div class="govuk-error-summary__body">
        <p>
          It is now: {state.toLowerCase()}. Nothing of yours was sent or lost. Read{' '}
          <a class="govuk-link" href="#thread">
            what was written
          </a>
          , then send once more if you still want to.
        </p>
      </div>
    </div>
  )
}
