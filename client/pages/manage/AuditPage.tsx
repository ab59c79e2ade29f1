import { momentInWords } from '../../../shared/time/words.ts'
import { ScrollTable } from '../../ui/manage/ScrollTable.tsx'

interface Props {
  force: { id: string; name: string }
  entries: readonly {
    id: number
    happenedAt: Date
    who: string | null
    action: string
    neighbourhood: string | null
    subject: string
    fields: readonly string[]
  }[]
  /** Whether there are older entries. */
  hasMore: boolean
}

/** Who changed which field of what, newest first; what was written is not kept. */
export function AuditPage({ force, entries, hasMore }: Props) {
  return (
    <div class="patch-manage">
      <h1 class="govuk-heading-l">Who changed what</h1>
      <p class="govuk-body">{force.name}. Entries can only be added, by the service itself.</p>
      {entries.length === 0 ? (
        <p class="govuk-body">Nothing has been changed yet.</p>
      ) : (
        <ScrollTable name="Who changed what">
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['When', 'Who', 'What', 'Where'].map((heading) => (
                <th class="govuk-table__header" scope="col" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {entries.map((entry) => (
              <tr class="govuk-table__row" key={entry.id}>
                <td class="govuk-table__cell">{momentInWords(entry.happenedAt, 'en')}</td>
                <td class="govuk-table__cell">{entry.who ?? 'the service'}</td>
                <td class="govuk-table__cell">
                  {entry.action} {entry.subject}
                  {entry.fields.length > 0 && `: ${entry.fields.join(', ')}`}
                </td>
                <td class="govuk-table__cell">{entry.neighbourhood ?? 'the force'}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      {hasMore && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/manage/forces/${force.id}/audit?before=${entries.at(-1)?.id}`}>
            Older entries
          </a>
        </p>
      )}
    </div>
  )
}
