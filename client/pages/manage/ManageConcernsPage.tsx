import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'

/** A concern as the team's list shows it. */
export interface ConcernRow {
  id: number
  path: string
  topic: string
  near: string
  excerpt: string
  /** Where it stands, in a few words: "2 devices, taken up". */
  note: string
  when: string
}

interface Props {
  place: string
  publicPath: string
  lists: readonly { name: string; rows: readonly ConcernRow[] }[]
}

/** What residents put forward, as the team reads it. */
export function ManageConcernsPage({ place, publicPath, lists }: Props) {
  const filled = lists.filter(({ rows }) => rows.length > 0)
  return (
    <>
      <HomeTrail neighbourhood={place} />
      <h1 class="govuk-heading-l">Concerns: {place}</h1>
      <p class="govuk-body">
        What residents put forward. Nobody but you sees one that waits. Show it unless there is a reason not to: it
        names somebody, shows who wrote it, or insults. One that nobody decides about ends after 90 days.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={publicPath}>
          The public list
        </a>
      </p>
      {filled.length === 0 && <p class="govuk-body">Nobody has put anything forward yet.</p>}
      {filled.map(({ name, rows }) => (
        <ConcernTable key={name} caption={name} rows={rows} />
      ))}
    </>
  )
}

function ConcernTable({ caption, rows }: { caption: string; rows: readonly ConcernRow[] }) {
  return (
    <table class="govuk-table patch-inbox">
      <caption class="govuk-table__caption govuk-table__caption--m">
        {caption} ({rows.length})
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header patch-inbox__message">
            Concern
          </th>
          <th scope="col" class="govuk-table__header">
            Where it stands
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row" key={row.id}>
            <th scope="row" class="govuk-table__header patch-inbox__message">
              <a class="govuk-link" href={row.path}>
                {row.topic}, {row.near}
              </a>
              <span class="patch-inbox__excerpt">{row.excerpt}</span>
            </th>
            <td class="govuk-table__cell">
              {row.note}
              <span class="patch-inbox__note">{row.when}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
