import { useState } from 'preact/hooks'
import { type CountChoice, fittingMethods } from '../../../shared/counting/countElection.ts'
import { completions } from '../../../shared/counting/election.ts'
import { budgetMethods, isMethod } from '../../../shared/counting/methods.ts'
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
  const [typed, setTyped] = useState(() => ({
    method: String(declared.method && fitting.includes(declared.method) ? declared.method : (fitting[0] ?? '')),
    seats: String(declared.seats ?? 1),
    seed: declared.seed ?? '',
    completion: String(declared.completion ?? 'add1'),
  }))
  const method = isMethod(typed.method) ? typed.method : null
  const isBudget = method !== null && budgetMethods.includes(method)
  return (
    <form
      class="patch-recount__form"
      aria-labelledby="how"
      onInput={({ target }) => {
        const { name, value } = target as HTMLInputElement | HTMLSelectElement
        setTyped((before) => ({ ...before, [name]: value }))
      }}
      onSubmit={(event) => {
        event.preventDefault()
        const { seats, seed } = typed // the seed counts as it stands, with its spaces
        onCount({
          method,
          seats: isBudget || seats === '' ? null : Number(seats),
          seed: seed === '' ? null : seed,
          completion: completions.find((known) => known === typed.completion) ?? null,
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
          value={typed.method}
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
            value={typed.seats}
          />
        )}
        {method === 'equal-shares' && (
          <SelectField
            name="completion"
            label={t('recount:completion')}
            value={typed.completion}
            choices={completions.map((value) => ({ value, text: t(`recount:completion_${value}`) }))}
          />
        )}
        <TextField
          name="seed"
          label={t('recount:seed')}
          hint={t('recount:seedHint')}
          value={typed.seed}
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
