import { Button } from '../../ui/Button.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { type Choice, SelectField } from '../../ui/form/SelectField.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { Act, ActsForm } from '../../ui/manage/ActsForm.tsx'
import { BothVersions, type TwoTexts } from '../../ui/manage/BothVersions.tsx'

export interface ManageConcernPageProps {
  id: number
  place: string
  topic: string
  path: string
  listPath: string
  /** What is known of it, a sentence each. */
  facts: readonly string[]
  /** null once erased. */
  words: { text: string; language: 'en' | 'cy' } | null
  revision: number
  /** What can be done to it now. */
  possible: readonly string[]
  /** Others that are shown, and open priorities. */
  others: readonly Choice[]
  priorities: readonly Choice[]
  typed: { refuseReason: string; takeOffReason: string; into: string; priority: string }
  problems: Readonly<Record<string, string>>
  /** What this person was about to do, and what somebody else has done meanwhile; null when nobody has. */
  meanwhile: readonly TwoTexts[] | null
}

/** One concern, for the team: what a resident wrote, and what to do with it. */
export function ManageConcernPage(props: ManageConcernPageProps) {
  const { id, words, problems, typed, possible } = props
  const can = (change: string) => possible.includes(change)
  return (
    <div class="patch-message">
      <ProblemSummary problems={problems} />
      <p class="patch-eyebrow">
        <a class="govuk-link" href={props.listPath}>
          Concerns: {props.place}
        </a>
      </p>
      <h1 class="govuk-heading-l">
        Concern {id}: {props.topic}
      </h1>
      {props.meanwhile && <BothVersions differences={props.meanwhile} />}
      <h2 class="govuk-heading-m">What the resident wrote</h2>
      {words ? (
        <div class="patch-thread__entry">
          <p class="patch-thread__text" lang={words.language}>
            {words.text}
          </p>
        </div>
      ) : (
        <p class="govuk-body">Its words are erased.</p>
      )}
      <ul class="govuk-list">
        {props.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {possible.length > 0 && (
        <ActsForm revision={props.revision}>
          {can('show') && (
            <Act>
              <Button kind="primary" action={`${props.path}/show`}>
                Show it to everybody
              </Button>
            </Act>
          )}
          {can('take-up') && props.priorities.length > 0 && (
            <Act>
              <SelectField
                name="priority"
                label="Taken up by the priority"
                hint="The public list says so, and leads there."
                value={typed.priority}
                problem={problems['priority']}
                choices={[{ value: '', text: 'Choose an open priority' }, ...props.priorities]}
              />
              <Button kind="secondary" action={`${props.path}/take-up`}>
                Mark it as taken up
              </Button>
            </Act>
          )}
          {can('release') && (
            <Act>
              <Button kind="secondary" action={`${props.path}/release`}>
                It is not taken up after all
              </Button>
            </Act>
          )}
          {can('merge') && props.others.length > 0 && (
            <Act>
              <SelectField
                name="into"
                label="Merge it into one like it"
                hint="The other one stays in the list and stands for both. A device that backed both counts once. Both senders are told."
                value={typed.into}
                problem={problems['into']}
                choices={[{ value: '', text: 'Choose a concern that is shown' }, ...props.others]}
              />
              <Button kind="secondary" action={`${props.path}/merge`}>
                Merge it
              </Button>
            </Act>
          )}
          {can('refuse') && (
            <Act>
              <TextArea
                name="refuseReason"
                label="Why it is not shown"
                hint="The sender reads it on their private page. Say what to leave out, if it could be shown then."
                value={typed.refuseReason}
                problem={problems['refuseReason']}
                rows={3}
              />
              <Button kind="secondary" action={`${props.path}/refuse`}>
                Do not show it
              </Button>
            </Act>
          )}
          {can('take-off') && (
            <Act>
              <TextArea
                name="takeOffReason"
                label="Why it is taken off the list"
                hint="The sender reads it on their private page. The public list says nothing of it."
                value={typed.takeOffReason}
                problem={problems['takeOffReason']}
                rows={3}
              />
              <Button kind="secondary" action={`${props.path}/take-off`}>
                Take it off the list
              </Button>
            </Act>
          )}
        </ActsForm>
      )}
    </div>
  )
}
