import { HomeTrail } from '../../ui/manage/HomeTrail.tsx'
import { type MessageRow, MessageTable } from '../../ui/messages/MessageTable.tsx'

/** The figures that a team sees above its inbox, ready to be read. */
export interface InboxFigures {
  since: string
  lines: readonly { name: string; value: string }[]
}

interface Props {
  place: string
  /** Lists that hold something, in the order of the work. */
  lists: readonly { name: string; rows: readonly MessageRow[] }[]
  forwarded: readonly { id: number; topic: string; to: string; when: string }[]
  figures: InboxFigures
  /** A message was just passed on. */
  wasForwarded: boolean
}

/** A team's messages, by where they stand and what is due first. */
export function InboxPage({ place, lists, forwarded, figures, wasForwarded }: Props) {
  return (
    <>
      <HomeTrail neighbourhood={place} />
      <h1 class="govuk-heading-l">Messages: {place}</h1>
      {wasForwarded && (
        <p class="govuk-inset-text" role="status">
          The message was forwarded. Its clock goes on there.
        </p>
      )}
      {lists.length === 0 && <p class="govuk-body">Nobody has written yet.</p>}
      {lists.map(({ name, rows }) => (
        <MessageTable key={name} caption={name} rows={rows} />
      ))}
      {forwarded.length > 0 && (
        <section aria-labelledby="forwarded">
          <h2 class="govuk-heading-m" id="forwarded">
            Forwarded ({forwarded.length})
          </h2>
          <ul class="govuk-list">
            {forwarded.map((one) => (
              <li key={`${one.id} ${one.when}`}>
                Message {one.id}: {one.topic}, to {one.to}, {one.when}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="figures">
        <h2 class="govuk-heading-m" id="figures">
          Messages received since {figures.since}
        </h2>
        <dl class="govuk-summary-list">
          {figures.lines.map(({ name, value }) => (
            <div class="govuk-summary-list__row" key={name}>
              <dt class="govuk-summary-list__key">{name}</dt>
              <dd class="govuk-summary-list__value">{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  )
}
