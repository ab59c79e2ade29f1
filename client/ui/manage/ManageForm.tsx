import type { ComponentChildren } from 'preact'
import { Button } from '../Button.tsx'
import { OnceField } from '../form/OnceField.tsx'
import { ProblemSummary } from '../form/ProblemSummary.tsx'
import { BothVersions, type TwoTexts } from './BothVersions.tsx'
import { type FieldTexts, textOf } from './typed.ts'

/** A form as it is shown: empty, with what stands now, or again with what was typed. */
export interface ShownForm {
  texts: FieldTexts
  /** What is to be mended, by the name of its field. */
  problems: Readonly<Record<string, string>>
  /** What somebody else has published meanwhile; null when nobody has. */
  meanwhile: FieldTexts | null
  /** The revision that what is typed goes over; null when something is added. */
  revision: number | null
}

interface Props extends ShownForm {
  heading: string
  back: { href: string; text: string }
  /** The names of the fields in words. */
  labels: Readonly<Record<string, string>>
  button: string
  children: ComponentChildren
}

/** The frame of a form of the team's own pages: where it belongs, what is to be mended, what has changed meanwhile, its fields. */
export function ManageForm({ heading, back, labels, button, children, ...form }: Props) {
  return (
    <>
      <p class="patch-eyebrow">
        <a class="govuk-link" href={back.href}>
          {back.text}
        </a>
      </p>
      <ProblemSummary problems={form.problems} />
      <h1 class="govuk-heading-l">{heading}</h1>
      {form.meanwhile && <BothVersions differences={differences(labels, form.texts, form.meanwhile)} />}
      <form method="post" noValidate>
        {form.revision === null ? <OnceField /> : <input type="hidden" name="revision" value={form.revision} />}
        {children}
        <Button kind="primary">{button}</Button>
      </form>
    </>
  )
}

/** The fields in which what was typed is other than what stands now. */
function differences(labels: Props['labels'], texts: FieldTexts, now: FieldTexts): TwoTexts[] {
  return Object.entries(labels)
    .map(([name, label]) => ({ label, typed: textOf(texts, name), now: textOf(now, name) }))
    .filter((both) => both.typed.trim() !== both.now.trim())
}
