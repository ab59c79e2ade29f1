import { formatMonth } from '../../../shared/figures/numbers.ts'
import type { Month } from '../../../shared/month.ts'
import { usePage } from '../page.ts'

/** A plain form that asks for another month of the same page. */
export function MonthChooser({
  choices,
  chosen,
  action,
}: {
  choices: readonly Month[]
  chosen: Month
  action: string
}) {
  const { t, language } = usePage()
  return (
    <form class="patch-month" method="get" action={`${action}#figures`}>
      <label class="govuk-label patch-month__label" for="month">
        {t('neighbourhood:chooseMonth')}
      </label>
      <select class="govuk-select patch-month__select" id="month" name="month">
        {choices.map((month) => (
          <option key={month} value={month} selected={month === chosen}>
            {formatMonth(month, language)}
          </option>
        ))}
      </select>
      <button class="govuk-button govuk-button--secondary patch-month__button" type="submit">
        {t('neighbourhood:showMonth')}
      </button>
    </form>
  )
}
