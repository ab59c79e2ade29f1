interface Props {
  columns: readonly string[]
  /** What the buttons in a last column do; it is heard and not seen. */
  act?: string
}

/** The heads of a table's columns. Markup: govuk-frontend. */
export function TableHead({ columns, act }: Props) {
  return (
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {columns.map((column) => (
          <th class="govuk-table__header" scope="col" key={column}>
            {column}
          </th>
        ))}
        {act && (
          <th class="govuk-table__header" scope="col">
            <span class="govuk-visually-hidden">{act}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}
