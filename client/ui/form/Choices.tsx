import { describedBy, type FieldProps, groupClass } from './fields.ts'
import { HintAndProblem } from './HintAndProblem.tsx'
import type { Choice } from './SelectField.tsx'

interface Props extends FieldProps {
  /** One of the choices for radios; any of them for checkboxes. */
  chosen: readonly string[]
  choices: readonly Choice[]
  kind: 'radios' | 'checkboxes'
}

/** Choices that stand open: one of them as radios, any of them as checkboxes. Markup: govuk-frontend. */
export function Choices({ chosen, choices, kind, ...field }: Props) {
  const item = kind === 'radios' ? 'govuk-radios' : 'govuk-checkboxes'
  return (
    <div class={groupClass(field.problem)}>
      <fieldset class="govuk-fieldset" {...describedBy(field)}>
        <legend class="govuk-fieldset__legend">{field.label}</legend>
        <HintAndProblem {...field} />
        <div class={item} data-module={item}>
          {choices.map((choice, index) => {
            // The first has the field's own name as its id, so that the summary's link leads to it.
            const id = index === 0 ? field.name : `${field.name}-${index + 1}`
            return (
              <div class={`${item}__item`} key={choice.value}>
                <input
                  class={`${item}__input`}
                  id={id}
                  name={field.name}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  value={choice.value}
                  checked={chosen.includes(choice.value)}
                  {...(choice.hint ? { 'aria-describedby': `${id}-item-hint` } : {})}
                />
                <label class={`govuk-label ${item}__label`} for={id}>
                  {choice.text}
                </label>
                {choice.hint && (
                  <div id={`${id}-item-hint`} class={`govuk-hint ${item}__hint`}>
                    {choice.hint}
                  </div>
                )}
              </div>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
