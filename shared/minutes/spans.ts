import type { MeetingChange } from '../live/changes.ts'
import type { Span } from './minutes.ts'

/**
 * When each item was on, by its id, in the order in which items first came on. A pause does not end an item: it is on, its clock waits.
 * @param changes a meeting's log, or what everyone is told of it
 */
export function spansOf(changes: readonly MeetingChange[]): Map<string, Span[]> {
  const spans = new Map<string, Span[]>()
  let current: string | null = null
  const leave = (at: number) => {
    const last = current === null ? undefined : spans.get(current)?.at(-1)
    if (last && last.to === null) last.to = at
  }
  const bringOn = (item: string | null, at: number) => {
    current = item
    if (item !== null) spans.set(item, [...(spans.get(item) ?? []), { from: at, to: null }])
  }
  for (const change of changes) {
    switch (change.kind) {
      case 'meeting:started':
        bringOn(change.detail.item, change.at)
        break
      case 'meeting:moved':
        leave(change.at)
        bringOn(change.detail.to, change.at)
        break
      case 'meeting:closed':
        leave(change.at)
        break
      case 'meeting:reopened':
        bringOn(current, change.at)
        break
      default:
    }
  }
  return spans
}
