import type { Residents } from '../../../shared/api/neighbourhoods.ts'
import { formatCount, formatMonth, formatShare } from '../../../shared/figures/numbers.ts'
import type { Month } from '../../../shared/month.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import { usePage, usePath } from '../page.ts'

export interface BehindProps {
  /** Whether there are figures to say something of. */
  hasFigures: boolean
  force: string
  invented: boolean
  residents: Residents | null
  /** Incidents of the shown month without a place, and of how many. */
  unplaced: { month: Month; count: number; of: number } | null
  /** When the shown month's figures were taken in. */
  loadedAt: Date | null
}

/** The denominator, the source and the as-of date of the figures, and what a count here is. */
export function BehindTheFigures({ hasFigures, force, invented, residents, unplaced, loadedAt }: BehindProps) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <div class="patch-behind">
      {residents && (
        <p class="patch-figure__note">
          {t('neighbourhood:residents', { count: residents.count, number: formatCount(residents.count, language) })}{' '}
          {residents.sources.length > 0
            ? t('neighbourhood:residentsSource', { source: residents.sources.join('; ') })
            : t('neighbourhood:residentsSourceUnknown')}
        </p>
      )}
      {hasFigures && (
        <p class="patch-figure__note">
          {t('neighbourhood:whatIsCounted')}
          {unplaced && unplaced.count > 0 && (
            <>
              {' '}
              {t('neighbourhood:unplaced', {
                force,
                month: formatMonth(unplaced.month, language),
                count: unplaced.count,
                number: formatCount(unplaced.count, language),
                of: formatCount(unplaced.of, language),
                share: formatShare(unplaced.count, unplaced.of, language),
              })}
            </>
          )}
        </p>
      )}
      {hasFigures && (
        <p class="patch-figure__note">
          {t(invented ? 'neighbourhood:sourceInvented' : 'neighbourhood:source', { force })}
          {loadedAt && <> {t('neighbourhood:loadedOn', { day: dateInWords(loadedAt, language) })}</>}{' '}
          <a class="govuk-link" href={to('/about-the-data')}>
            {t('neighbourhood:whereFrom')}
          </a>
        </p>
      )}
    </div>
  )
}
