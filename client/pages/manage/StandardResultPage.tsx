import { Button } from '../../ui/Button.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { BothVersions, type TwoTexts } from '../../ui/manage/BothVersions.tsx'

/** One of the two forms: what was typed, what is to be mended, and what it was made from. */
export interface ResultForm {
  typed: Readonly<Record<string, string>>
  revision: number
  /** Somebody else has changed it meanwhile. */
  conflict: readonly TwoTexts[] | null
}

interface Props {
  promise: string
  quarter: string
  state: string
  words: readonly string[]
  /** Address of this page; the forms go under it. */
  url: string
  back: string
  problems: Readonly<Record<string, string>>
  /** One part was saved while words for the other stand in the form. */
  isUnsaved: boolean
  explanation: ResultForm
  /** null where the service works the figure out by itself. */
  entered: (ResultForm & { target: string }) | null
}

/** One standard in one quarter: its result, what the team says about it, and its figure where that has to be entered. */
export function StandardResultPage(props: Props) {
  const { promise, quarter, state, words, url, back, problems, explanation, entered } = props
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back}>
          All results
        </a>
      </p>
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">{promise}</h1>
      <p class="govuk-body">
        <strong>
          {quarter}: {state}.
        </strong>{' '}
        {words.join(' ')}
      </p>
      {props.isUnsaved && (
        <p class="govuk-inset-text" role="status">
          That is saved. What else you typed is still in the form below, and not saved yet.
        </p>
      )}
      <form method="post" action={`${url}/explain`} novalidate>
        <input type="hidden" name="revision" value={explanation.revision} />
        {entered && (
          <section class="patch-section">
            <h2 class="govuk-heading-m">Enter the figure</h2>
            <p class="govuk-body">{entered.target}</p>
            {entered.conflict && <BothVersions differences={entered.conflict} />}
            <input type="hidden" name="figureRevision" value={entered.revision} />
            <TextField {...field(entered, problems, 'value')} label="The figure" inputmode="numeric" width={10} />
            <TextArea
              {...field(entered, problems, 'evidence')}
              label="What it rests on"
              hint="Name the record, so that others can check it. Residents see this"
              rows={3}
            />
            <TextField
              {...field(entered, problems, 'enteredAs')}
              label="Entered by"
              hint="Your name and role, as residents are to see them"
            />
            <Button kind="primary" action={`${url}/enter`}>
              Save the figure
            </Button>
          </section>
        )}
        <section class="patch-section">
          <h2 class="govuk-heading-m">What you say about this result</h2>
          {explanation.conflict && <BothVersions differences={explanation.conflict} />}
          <TextArea
            {...field(explanation, problems, 'text')}
            label="In plain words"
            hint="What happened, and what you do about it. Residents see this beside the result"
          />
          <TextArea {...field(explanation, problems, 'textWelsh')} label="The same in Welsh (optional)" />
          <Button kind={entered ? 'secondary' : 'primary'} action={`${url}/explain`}>
            Save what you say
          </Button>
        </section>
      </form>
    </>
  )
}

function field({ typed }: ResultForm, problems: Props['problems'], name: string) {
  return { name, value: typed[name] ?? '', problem: problems[name] }
}
