/** Something that was written about a message. */
export interface ThreadEntry {
  /** Who wrote what: "You wrote". */
  title: string
  when: string
  /** The same for programs, ISO 8601. */
  at: string
  text: string
  /** A note between officers: looks unlike what the sender sees. */
  isNote?: boolean
}

/** What was written about a message, in order; line breaks as they were typed. */
export function Thread({ entries }: { entries: readonly ThreadEntry[] }) {
  return (
    <ol class="patch-thread">
      {entries.map((entry) => (
        <li
          class={entry.isNote ? 'patch-thread__entry patch-thread__entry--note' : 'patch-thread__entry'}
          key={`${entry.at} ${entry.title}`}
        >
          <p class="patch-thread__head">
            <strong>{entry.title}</strong> <time datetime={entry.at}>{entry.when}</time>
          </p>
          <p class="patch-thread__text">{entry.text}</p>
        </li>
      ))}
    </ol>
  )
}
