import type { MinutesLine } from '../../../shared/minutes/minutes.ts'
import { dayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage, usePath } from '../page.ts'

interface Props {
  actions: readonly MinutesLine[]
  /** The priority that each has gone to, by the line's id; null before the minutes are published. */
  priorities: ReadonlyMap<string, { issue: string; path: string }> | null
}

/** What will be done, by whom and until when, and for which priority. */
export function ActionTable({ actions, priorities }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  return (
    <table class="govuk-table patch-minutes__actions">
      <caption class="govuk-visually-hidden">{t('minutes:actions')}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {(['actionWhat', 'actionOwner', 'actionDue'] as const).map((key) => (
            <th scope="col" class="govuk-table__header" key={key}>
              {t(`minutes:${key}`)}
            </th>
          ))}
          {priorities && (
            <th scope="col" class="govuk-table__header">
              {t('minutes:actionPriority')}
            </th>
          )}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {actions.map(({ id, text, owner, dueOn }) => {
          const priority = priorities?.get(id)
          return (
            <tr class="govuk-table__row" key={id}>
              <td class="govuk-table__cell patch-minutes__text">
                <ForceWords>{text}</ForceWords>
              </td>
              <td class="govuk-table__cell" data-label={t('minutes:actionOwner')}>
                {owner ? <ForceWords>{owner}</ForceWords> : t('minutes:noOwner')}
              </td>
              <td class="govuk-table__cell" data-label={t('minutes:actionDue')}>
                {dueOn ? dayInWords(dueOn, language) : t('minutes:noDue')}
              </td>
              {priorities && (
                <td class="govuk-table__cell" data-label={t('minutes:actionPriority')}>
                  {priority ? (
                    <a class="govuk-link" href={to(priority.path)}>
                      <ForceWords>{priority.issue}</ForceWords>
                    </a>
                  ) : (
                    t('minutes:noPriority')
                  )}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
