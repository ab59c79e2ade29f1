import { momentInWords } from '../../../shared/time/words.ts'
import { Button } from '../../ui/Button.tsx'
import { type Choice, SelectField } from '../../ui/form/SelectField.tsx'
import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'
import { ScrollTable } from '../../ui/manage/ScrollTable.tsx'
import { TableHead } from '../../ui/manage/TableHead.tsx'

/** A line of the audit log: a sentence, with the thing that it is about in its middle. */
export interface AuditRow {
  id: number
  happenedAt: Date
  who: string
  before: string
  what: { text: string; path: string | null } | null
  after: string
  fields: readonly string[]
  where: string
}

interface Filter {
  name: string
  label: string
  value: string
  choices: readonly Choice[]
}

interface Props {
  /** Of which place the page is. */
  place: string
  /** Address of the page without any filter. */
  path: string
  filters: readonly Filter[]
  rows: readonly AuditRow[]
  /** Addresses of the entries before these and of the newest ones, filtered alike; null where there are none to go to. */
  older: string | null
  newest: string | null
}

/** Who changed which field of what, newest first; what was written is not kept. */
export function AuditPage({ place, path, filters, rows, older, newest }: Props) {
  const isFiltered = filters.some((filter) => filter.value !== '')
  return (
    <div class="patch-manage">
      <HomeTrail />
      <h1 class="govuk-heading-l">Who changed what</h1>
      <p class="govuk-body">
        {place}. Entries can only be added, by the service itself. They name what was changed, never what was written.
      </p>
      <form method="get" action={path}>
        {filters.map((filter) => (
          <SelectField key={filter.name} {...filter} />
        ))}
        <Button kind="secondary">Show these changes</Button>
      </form>
      {rows.length === 0 ? (
        <p class="govuk-body">{emptyWords(isFiltered, newest !== null)}</p>
      ) : (
        <AuditTable rows={rows} />
      )}
      <ul class="govuk-list">
        {[
          { text: 'Older changes', href: older },
          { text: 'The newest changes', href: newest },
          { text: 'All changes', href: isFiltered ? path : null },
        ].map(
          ({ text, href }) =>
            href && (
              <li key={text}>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
              </li>
            ),
        )}
      </ul>
    </div>
  )
}

function emptyWords(isFiltered: boolean, isFurtherBack: boolean): string {
  if (isFurtherBack) return 'There is nothing older.'
  return isFiltered ? 'Nothing of this kind has been changed there.' : 'Nothing has been changed yet.'
}

function AuditTable({ rows }: Pick<Props, 'rows'>) {
  return (
    <ScrollTable name="Who changed what">
      <TableHead columns={['When', 'Who', 'What', 'Where']} />
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row" key={row.id}>
            <td class="govuk-table__cell">{momentInWords(row.happenedAt, 'en')}</td>
            <td class="govuk-table__cell">{row.who}</td>
            <td class="govuk-table__cell">
              {row.before}
              <Thing what={row.what} />
              {row.after}
              {row.fields.length > 0 && `: ${row.fields.join(', ')}`}
            </td>
            <td class="govuk-table__cell">{row.where}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Thing({ what }: Pick<AuditRow, 'what'>) {
  if (!what) return null
  if (what.path === null) return <>{what.text}</>
  return (
    <a class="govuk-link" href={what.path}>
      {what.text}
    </a>
  )
}
