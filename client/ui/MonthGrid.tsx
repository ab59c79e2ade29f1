import { usePage } from './page.ts'

/** A month is loaded, missing between loaded ones, or outside them. */
export type MonthCell = 'loaded' | 'missing' | 'outside'

export interface MonthYear {
  year: number
  /** January to December. */
  months: readonly MonthCell[]
}

interface Props {
  caption: string
  years: readonly MonthYear[]
}

/** Which months are loaded, a year a row: filled where loaded, hatched where missing, and the same in words. */
export function MonthGrid({ caption, years }: Props) {
  const { t, language } = usePage()
  const monthsOfYear = Array.from({ length: 12 }, (_, month) => {
    const day = new Date(Date.UTC(2024, month, 1))
    const name = (month: 'long' | 'short') => day.toLocaleDateString(language, { month, timeZone: 'UTC' })
    return { long: name('long'), short: name('short') }
  })
  return (
    <table class="patch-months">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <td />
          {monthsOfYear.map((month) => (
            <th scope="col" key={month.long}>
              <abbr title={month.long}>{month.short.slice(0, 3)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.year}>
            <th scope="row">{year.year}</th>
            {year.months.map((cell, month) => (
              <td key={monthsOfYear[month]?.long} class={`patch-months__${cell}`}>
                <span class="govuk-visually-hidden">{cell === 'outside' ? '' : t(`force:month_${cell}`)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
