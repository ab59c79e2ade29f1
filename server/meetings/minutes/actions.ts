import { sql } from 'kysely'
import type { MeetingState, MinutesEntry } from '../../../shared/live/state.ts'
import { recordAudit } from '../../accounts/audit.ts'
import type { Person, Place } from '../../accounts/rules.ts'
import type { Handle } from '../../database/database.ts'

/** What the team chose for a line of the minutes, and what publishing has made of it before. */
interface Chosen {
  entry: string
  wanted: number | null
  action: number | null
  written: number | null
  /** The priority that the action has now. */
  held: number | null
  isDone: boolean
}

/** Keeps to which priority each action of the minutes is to go; null: to none. What they have become already stays known. */
export async function choosePriorities(
  { kysely }: Handle,
  meeting: number,
  choices: ReadonlyMap<string, number | null>,
): Promise<void> {
  for (const [entry, priority] of choices)
    await kysely
      .insertInto('minutes_action')
      .values({ meeting_id: meeting, entry_id: entry, priority_id: priority, action_id: null, written: null })
      .onConflict((conflict) => conflict.columns(['meeting_id', 'entry_id']).doUpdateSet({ priority_id: priority }))
      .execute()
}

/**
 * Brings the actions of published minutes to their priorities. Publishing again changes those that the minutes have changed since, and no
 * other: what the team wrote on an action of a priority stays. One that the minutes no longer have is taken back unless it is done.
 */
export async function writeActions(
  handle: Handle,
  meeting: number,
  { minutes }: MeetingState,
  { person, place, now }: { person: Person | null; place: Place; now: Date },
): Promise<void> {
  const entries = new Map(minutes.filter(({ kind }) => kind === 'action').map((entry) => [entry.id, entry]))
  const audit = (action: 'action.add' | 'action.change' | 'action.remove', id: number) =>
    recordAudit(handle, person, { ...place, action, subject: `action ${id}` })
  for (const chosen of await chosenOf(handle, meeting)) {
    const entry = entries.get(chosen.entry)
    if (!entry || chosen.wanted === null) {
      if (chosen.action !== null && !chosen.isDone) {
        await handle.kysely.deleteFrom('priority_action').where('id', '=', chosen.action).execute()
        await audit('action.remove', chosen.action)
      }
      if (!entry) await forget(handle, meeting, chosen.entry)
    } else if (chosen.action === null) {
      const id = await add(handle, chosen.wanted, entry, now)
      await remember(handle, meeting, entry, id)
      await audit('action.add', id)
    } else if (chosen.written !== entry.revision || chosen.held !== chosen.wanted) {
      await change(handle, chosen.action, chosen.wanted, entry, now)
      await remember(handle, meeting, entry, chosen.action)
      await audit('action.change', chosen.action)
    }
  }
}

async function chosenOf({ kysely }: Handle, meeting: number): Promise<Chosen[]> {
  const { rows } = await sql<Chosen>`
    select entry_id as entry, chosen.priority_id as wanted, action_id as action, written,
      action.priority_id as held, action.done_on is not null as "isDone"
    from minutes_action chosen left join priority_action action on action.id = action_id
    where meeting_id = ${meeting}`.execute(kysely)
  return rows
}

const valuesOf = ({ text, owner, dueOn }: MinutesEntry) => ({ what: text, owner, planned_for: dueOn })

async function add({ kysely }: Handle, priority: number, entry: MinutesEntry, now: Date): Promise<number> {
  const { id } = await kysely
    .insertInto('priority_action')
    .values({ ...valuesOf(entry), priority_id: priority, created_at: now, updated_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function change({ kysely }: Handle, id: number, priority: number, entry: MinutesEntry, now: Date): Promise<void> {
  await kysely
    .updateTable('priority_action')
    .set({ ...valuesOf(entry), priority_id: priority, revision: sql<number>`revision + 1`, updated_at: now })
    .where('id', '=', id)
    .execute()
}

async function remember({ kysely }: Handle, meeting: number, entry: MinutesEntry, action: number): Promise<void> {
  await kysely
    .updateTable('minutes_action')
    .set({ action_id: action, written: entry.revision })
    .where('meeting_id', '=', meeting)
    .where('entry_id', '=', entry.id)
    .execute()
}

async function forget({ kysely }: Handle, meeting: number, entry: string): Promise<void> {
  await kysely.deleteFrom('minutes_action').where('meeting_id', '=', meeting).where('entry_id', '=', entry).execute()
}
