import type { Language, TextKey, Translate } from '../i18n/texts.ts'
import { type ItemKind, itemKinds, type Panel } from './itemKinds.ts'
import type { PlannedItem } from './state.ts'

interface UsualItem {
  title: TextKey
  kind: ItemKind
  minutes?: number
  shows?: Panel[]
}

/** How a priorities meeting usually runs. */
const usual: readonly UsualItem[] = [
  { title: 'live:agenda_welcome', kind: 'report', minutes: 5 },
  { title: 'live:agenda_lastMinutes', kind: 'report', minutes: 5 },
  { title: 'live:agenda_lastPriorities', kind: 'report', minutes: 10, shows: ['priorities'] },
  { title: 'live:agenda_policeReport', kind: 'report', minutes: 15, shows: ['figures', 'standards'] },
  { title: 'live:agenda_concerns', kind: 'questions', minutes: 20, shows: ['concerns'] },
  { title: 'live:agenda_newPriorities', kind: 'priorities', minutes: 20, shows: ['concerns', 'priorities'] },
  { title: 'live:agenda_otherBusiness', kind: 'questions', minutes: 10 },
  { title: 'live:agenda_nextDate', kind: 'decision', minutes: 5 },
]

/**
 * The usual agenda, in both languages.
 * @param newId makes the id of an item
 */
export function usualAgenda(translate: Record<Language, Translate>, newId: () => string): PlannedItem[] {
  return usual.map(({ title, kind, minutes, shows = [] }) => ({
    id: newId(),
    kind,
    title: translate.en(title),
    titleWelsh: translate.cy(title),
    plannedMinutes: minutes ?? itemKinds[kind].usualMinutes,
    lead: '',
    documents: [],
    shows: [...shows],
  }))
}
