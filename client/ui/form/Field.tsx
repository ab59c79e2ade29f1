import type { ComponentChildren } from 'preact'
import { type FieldProps, groupClass } from './fields.ts'
import { HintAndProblem } from './HintAndProblem.tsx'

/** What stands around a field: its label, its hint and what is to be mended. Markup: govuk-frontend's form group. */
export function Field({ children, ...field }: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={groupClass(field.problem)}>
      <label class="govuk-label" for={field.name}>
        {field.label}
      </label>
      <HintAndProblem {...field} />
      {children}
    </div>
  )
}
