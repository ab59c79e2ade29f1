import type { Fault } from '../../../shared/counting/read/fault.ts'
import { sayFault } from '../../../shared/counting/read/sayFault.ts'
import { usePage } from '../page.ts'

/** What is wrong in a file, a sentence a fault; it is read out at once. Markup: govuk-frontend's error summary. */
export function Problem({ title, faults }: { title: string; faults: readonly Fault[] }) {
  const { t } = usePage()
  return (
    <div class="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <p>{t('recount:faultyHint')}</p>
          <ul class="govuk-list govuk-error-summary__list">
            {faults.map((fault, at) => (
              <li key={at}>{sayFault(t, fault)}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
