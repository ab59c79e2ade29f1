import { fieldLabel, partNames } from '../../../shared/team/fields.ts'
import type { PartChange } from '../../../shared/team/teamPage.ts'

/** What differs between two states of a team's page, a line a part. Nothing when nothing does. */
export function ChangeList({ changes }: { changes: readonly PartChange[] }) {
  if (changes.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.id} ${change.change}`}>{wordsOf(change)}</li>
      ))}
    </ul>
  )
}

function wordsOf({ kind, name, change, fields }: PartChange): string {
  const { one, many } = partNames[kind]
  const labels = fields.map((field) => fieldLabel(kind, field)).join(', ')
  switch (change) {
    case 'added':
      return `${name}: ${one} added`
    case 'removed':
      return `${name}: ${one} no longer shown`
    case 'moved':
      return `${many}: other order`
    case 'changed':
      return kind === 'about' ? labels : `${name}: ${labels}`
    default:
      return change satisfies never
  }
}
