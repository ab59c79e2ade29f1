import type { UsefulnessBody } from '../../../shared/api/minutes.ts'
import { percent } from '../../../shared/standards/sentence.ts'
import { usePage, usePath } from '../page.ts'

interface Props {
  usefulness: UsefulnessBody
  /** The path of the form, while it is open. */
  form: string | null
}

/** What people thought of the meeting: a share with its interval, or that too few have said. */
export function Usefulness({ usefulness, form }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  const { answers, useful, share, low, high } = usefulness
  const inPercent = (of: number) => percent(of, language)
  return (
    <section class="patch-section" aria-labelledby="feedback">
      <h2 class="govuk-heading-l" id="feedback">
        {t('minutes:feedback')}
      </h2>
      {share === null || low === null || high === null || useful === null ? (
        <p class="govuk-body">{t(answers === 0 ? 'minutes:usefulNone' : 'minutes:usefulFew')}</p>
      ) : (
        <p class="govuk-body">
          {t('minutes:useful', { part: useful, whole: answers ?? 0, share: inPercent(share) })}{' '}
          {t('minutes:usefulInterval', { low: inPercent(low), high: inPercent(high) })}
        </p>
      )}
      <p class="govuk-body-s patch-quiet">
        {t('minutes:usefulCovers')} {t('minutes:usefulLimits')}
      </p>
      {form && (
        <p class="govuk-body patch-minutes__say">
          <a class="govuk-link" href={to(form)}>
            {t('minutes:sayUseful')}
          </a>
        </p>
      )}
    </section>
  )
}
