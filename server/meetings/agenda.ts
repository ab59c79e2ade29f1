import { randomUUID } from 'node:crypto'
import type { Language } from '../../shared/i18n/texts.ts'
import { usualAgenda } from '../../shared/live/agendaTemplate.ts'
import { reduce } from '../../shared/live/reduce.ts'
import {
  emptyMeeting,
  type MeetingSettings,
  type MeetingState,
  type PlannedItem,
  usualSettings,
} from '../../shared/live/state.ts'
import type { Database } from '../database/database.ts'
import type { StoredChange } from '../live/log.ts'
import { translator } from '../web/translate.ts'
import { agendaChanges } from './queries.ts'

/** What a meeting's log comes to. */
export function stateOf(changes: readonly StoredChange[]): MeetingState {
  return changes.reduce(reduce, emptyMeeting)
}

/** An agenda to begin with, and how the meeting is kept. */
export interface Beginning {
  items: PlannedItem[]
  settings: MeetingSettings
}

/** What an agenda can begin as: the usual one, nothing, or that of another meeting. */
export type AgendaChoice = 'usual' | 'empty' | { copyOf: number }

/** The items of a new meeting. A copy takes the settings too, but no documents: they were of that evening. */
export async function beginningOf(reader: Database['kysely'], choice: AgendaChoice): Promise<Beginning> {
  if (choice === 'empty') return { items: [], settings: usualSettings }
  if (choice === 'usual') {
    const translate = { en: translator('en'), cy: translator('cy') } satisfies Record<Language, unknown>
    return { items: usualAgenda(translate, randomUUID), settings: usualSettings }
  }
  const { items, settings } = stateOf((await agendaChanges(reader, [choice.copyOf])).get(choice.copyOf) ?? [])
  return {
    settings,
    items: items.map(({ kind, title, titleWelsh, plannedMinutes, lead, shows }) => ({
      id: randomUUID(),
      kind,
      title,
      titleWelsh,
      plannedMinutes,
      lead,
      documents: [],
      shows,
    })),
  }
}

/**
 * By item the number of the change that last wrote it: whoever changes an item says which one they saw. Moving an item does not write it.
 */
export function itemRevisions(changes: readonly StoredChange[]): Map<string, number> {
  const revisions = new Map<string, number>()
  for (const { kind, detail, sequence } of changes) {
    if (kind === 'meeting:planned') for (const { id } of detail.items) revisions.set(id, sequence)
    if (kind === 'agenda:added' || kind === 'agenda:changed') revisions.set(detail.item.id, sequence)
    if (kind === 'agenda:dropped') revisions.delete(detail.item)
  }
  return revisions
}

/** The minutes that an agenda is planned to take. */
export function plannedMinutes(items: readonly PlannedItem[]): number {
  return items.reduce((sum, item) => sum + item.plannedMinutes, 0)
}
