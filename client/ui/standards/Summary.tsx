import type { tally } from '../../../shared/standards/result.ts'
import { usePage } from '../page.ts'

interface Props {
  counts: ReturnType<typeof tally>
  isLead?: boolean
}

/** How many promises were kept this quarter so far, and what of the rest. */
export function Summary({ counts, isLead = false }: Props) {
  const { t } = usePage()
  const { met, missed, notMeasured, all } = counts
  return (
    <p class={isLead ? 'patch-lead' : 'govuk-body'}>
      {t('standards:summary', { met, all })}
      {met < all && ` ${t('standards:summaryRest', { missed, notMeasured })}`}
    </p>
  )
}
