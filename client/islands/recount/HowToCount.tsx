import { useState } from 'preact/hooks'
import { type CountChoice, fittingMethods } from '../../../shared/counting/countElection.ts'
import { type Completion, completions } from '../../../shared/counting/election.ts'
import { budgetMethods, isMethod, type Method } from '../../../shared/counting/methods.ts'
import { methodName } from '../../../shared/counting/words/sayCount.ts'
import { SelectField } from '../../ui/form/SelectField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { usePage } from '../../ui/page.ts'
import type { ReadState } from './session.ts'

interface Props {
  state: ReadState
  onCount(choice: CountChoice): void
}

/** How the file is counted: what it declares stands in the fields. */
export function HowToCount({ state, onCount }: Props) {
  const { t } = usePage()
  const { declared } = state.election
  const fitting = fittingMethods(state.election)
  const [method, setMethod] = useState<Method | null>(() =>
    declared.method && fitting.includes(declared.method) ? declared.method : (fitting[0] ?? null),
  )
  const isBudget = method !== null && budgetMethods.includes(method)
  return (
    <form
      class="patch-recount__form"
      aria-labelledby="how"
      onInput={(event) => {
        const field = event.target as HTMLSelectElement
        if (field.name === 'method' && isMethod(field.value)) setMethod(field.value)
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const fields = new FormData(event.currentTarget)
        const text = (name: string) => String(fields.get(name) ?? '').trim()
        onCount({
          method,
          seats: text('seats') === '' ? null : Number(text('seats')),
          seed: text('seed') === '' ? null : text('seed'),
          completion: completions.find((known) => known === text('completion')) ?? null,
        })
      }}
    >
      <h2 class="govuk-heading-m" id="how">
        {t('recount:how')}
      </h2>
      <div class="patch-recount__fields">
        <SelectField
          name="method"
          label={t('recount:method')}
          hint={
            declared.method
              ? t('recount:methodDeclared', { method: methodName(t, declared.method) })
              : t('recount:methodHint')
          }
          value={method ?? ''}
          choices={fitting.map((value) => ({ value, text: methodName(t, value) }))}
        />
        {!isBudget && (
          <TextField
            name="seats"
            label={t('recount:seats')}
            type="number"
            inputmode="numeric"
            min="1"
            width={4}
            value={String(declared.seats ?? 1)}
          />
        )}
        {method === 'equal-shares' && (
          <SelectField
            name="completion"
            label={t('recount:completion')}
            value={declared.completion ?? ('add1' satisfies Completion)}
            choices={completions.map((value) => ({ value, text: t(`recount:completion_${value}`) }))}
          />
        )}
        <TextField
          name="seed"
          label={t('recount:seed')}
          hint={t('recount:seedHint')}
          value={declared.seed ?? ''}
          autocomplete="off"
          spellcheck={false}
          width={30}
        />
      </div>
      <button type="submit" class="govuk-button" disabled={state.count === 'running'}>
        {t(state.count === null ? 'recount:count' : 'recount:countAgain')}
      </button>
    </form>
  )
}
