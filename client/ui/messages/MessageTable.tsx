/** A message as a line of an inbox. */
export interface MessageRow {
  id: number
  path: string
  place: string
  topic: string
  excerpt: string
  received: string
  assigned: string | null
  /** What is due next; null when nothing with a time is. */
  due: { text: string; left: string; isOverdue: boolean } | null
  /** A question that a meeting left unanswered. */
  isFromMeeting: boolean
  isRecourseOpen: boolean
  isBroken: boolean
}

interface Props {
  caption: string
  rows: readonly MessageRow[]
  /** Name the neighbourhood of each, where the list is of several. */
  withPlace?: boolean
}

/** Messages by what is due first. What is overdue says so in words, and its line is marked. */
export function MessageTable({ caption, rows, withPlace = false }: Props) {
  return (
    <table class="govuk-table patch-inbox">
      <caption class="govuk-table__caption govuk-table__caption--m">
        {caption} ({rows.length})
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header patch-inbox__message">
            Message
          </th>
          <th scope="col" class="govuk-table__header">
            Due
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class={row.due?.isOverdue ? 'govuk-table__row patch-inbox__overdue' : 'govuk-table__row'} key={row.id}>
            <th scope="row" class="govuk-table__header patch-inbox__message">
              <a class="govuk-link" href={row.path}>
                Message {row.id}: {row.topic}
              </a>
              <span class="patch-inbox__excerpt">{row.excerpt}</span>
              <span class="patch-inbox__note">
                {withPlace && `${row.place}. `}
                {row.isFromMeeting && 'Asked at a meeting. '}Received {row.received}.
                {row.assigned && ` Assigned to ${row.assigned}.`}
              </span>
            </th>
            <td class="govuk-table__cell">
              <Due row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Due({ row }: { row: MessageRow }) {
  return (
    <>
      {row.isRecourseOpen && <strong class="patch-overdue">Supervisor asked</strong>}
      {row.due ? (
        <>
          {row.due.isOverdue ? <strong class="patch-overdue">{row.due.left}</strong> : <span>{row.due.left}</span>}
          <span class="patch-inbox__note">{row.due.text}</span>
        </>
      ) : (
        !row.isRecourseOpen && <span>{row.isBroken ? 'Was late' : 'Nothing due'}</span>
      )}
    </>
  )
}
