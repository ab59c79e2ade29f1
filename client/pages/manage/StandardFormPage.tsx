import type { TermField } from '../../../shared/standards/measure.ts'
import { Button } from '../../ui/Button.tsx'
import { Choices } from '../../ui/form/Choices.tsx'
import { OnceField } from '../../ui/form/OnceField.tsx'
import { ProblemSummary } from '../../ui/form/ProblemSummary.tsx'
import { TextArea } from '../../ui/form/TextArea.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { BothVersions, type TwoTexts } from '../../ui/manage/BothVersions.tsx'

interface Props {
  title: string
  /** Where the form goes, and where to without it. */
  action: string
  back: { href: string; text: string }
  measure: { key: string; name: string; how: 'computed' | 'entered' | 'none'; fields: readonly TermField[] }
  typed: Readonly<Record<string, string>>
  problems: Readonly<Record<string, string>>
  /** The state of the standard that this form was made from; 0 for a new one. */
  revision: number
  /** Somebody else has changed it meanwhile: where what stands now is other than what was typed. */
  conflict: readonly TwoTexts[] | null
}

const hows = {
  computed: 'Its results are worked out from the records of this service. Nobody can type them.',
  entered: 'This service has no record of it: somebody enters a figure each quarter, with what it rests on.',
  none: 'Nobody keeps a record of it here. Residents will read that it is not measured.',
}

/** One standard: what is promised, and the target of its measure. */
export function StandardFormPage({ title, action, back, measure, typed, problems, revision, conflict }: Props) {
  const field = (name: string) => ({ name, value: typed[name] ?? '', problem: problems[name] })
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back.href}>
          {back.text}
        </a>
      </p>
      <ProblemSummary problems={problems} />
      <h1 class="govuk-heading-l">{title}</h1>
      {conflict && <BothVersions differences={conflict} />}
      <form method="post" action={action} novalidate>
        {revision === 0 && <OnceField />}
        <input type="hidden" name="revision" value={revision} />
        <input type="hidden" name="measure" value={measure.key} />
        {typed['key'] && <input type="hidden" name="key" value={typed['key']} />}
        <TextArea
          {...field('promise')}
          label="What you promise"
          hint="In plain words, as residents will read it"
          rows={3}
        />
        <TextArea {...field('promiseWelsh')} label="The same in Welsh (optional)" rows={3} />
        <h2 class="govuk-heading-m">{measure.name}</h2>
        <p class="govuk-body">{hows[measure.how]}</p>
        {measure.fields.map((term) => (
          <Term key={term.name} term={term} {...field(`term-${term.name}`)} />
        ))}
        <TextField
          {...field('source')}
          label="Where the promise comes from (optional)"
          hint="A national scheme, or a meeting at which it was agreed"
        />
        <Button kind="primary">Save</Button>
      </form>
    </>
  )
}

function Term({ term, ...field }: { term: TermField; name: string; value: string; problem: string | undefined }) {
  const given = { ...field, label: term.label, hint: term.hint }
  if (term.kind === 'choice') return <Choices {...given} kind="radios" choices={term.choices} chosen={[field.value]} />
  if (term.kind === 'number') return <TextField {...given} inputmode="numeric" width={10} />
  return <TextField {...given} />
}
