import type { TextKey } from '../i18n/texts.ts'

/** Live panels that an item can hold; each is drawn from the service's own data. */
export const panels = ['figures', 'standards', 'concerns', 'priorities'] as const
export type Panel = (typeof panels)[number]

interface KindOfItem {
  name: TextKey
  usualMinutes: number
  mayShow: readonly Panel[]
}

/** Every kind of agenda item. A new kind is one entry here, and its own part for phone, screen and chair. */
export const itemKinds = {
  report: { name: 'live:kind_report', usualMinutes: 10, mayShow: panels },
  questions: { name: 'live:kind_questions', usualMinutes: 15, mayShow: panels },
  priorities: { name: 'live:kind_priorities', usualMinutes: 15, mayShow: panels },
  decision: { name: 'live:kind_decision', usualMinutes: 10, mayShow: panels },
  break: { name: 'live:kind_break', usualMinutes: 10, mayShow: [] },
} as const satisfies Record<string, KindOfItem>

export type ItemKind = keyof typeof itemKinds
export const itemKindNames = Object.keys(itemKinds) as [ItemKind, ...ItemKind[]]

/** Of the panels asked for, those that an item of a kind may show, each once. */
export function panelsOf(kind: ItemKind, asked: readonly Panel[]): Panel[] {
  const mayShow: readonly Panel[] = itemKinds[kind].mayShow
  return panels.filter((panel) => mayShow.includes(panel) && asked.includes(panel))
}
