/** What every field of a form takes. Texts are ready-made: public forms give them in the page's language. */
export interface FieldProps {
  /** Both its name and its id. */
  name: string
  label: string
  hint?: string | undefined
  /** What is to be mended. */
  problem?: string | undefined
}

/** The ids that a field is described by, for aria-describedby; none when it has neither hint nor problem. */
export function describedBy({ name, hint, problem }: FieldProps): { 'aria-describedby'?: string } {
  const ids = [hint && `${name}-hint`, problem && `${name}-error`].filter(Boolean).join(' ')
  return ids ? { 'aria-describedby': ids } : {}
}

/** The class of a form group: marked when there is something to mend. */
export function groupClass(problem: string | undefined): string {
  return problem ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'
}
