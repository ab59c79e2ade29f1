import { sql } from 'kysely'
import type { Handle } from '../database/database.ts'
import type { ActionForm, CloseForm, EventForm, PriorityForm } from './schemas.ts'

/**
 * Writes of priorities, actions and events. A change names the row and the revision that was seen; it answers false, with nothing
 * changed, when the row has moved on since.
 */
export interface Seen {
  id: number
  revision: number
}

const nextRevision = sql<number>`revision + 1`

/** Adds a priority and gives its id. */
export async function addPriority(handle: Handle, neighbourhoodId: number, form: PriorityForm, now: Date) {
  const values = { ...priorityValues(form), neighbourhood_id: neighbourhoodId, created_at: now, updated_at: now }
  return (await handle.kysely.insertInto('priority').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** Changes what was agreed. */
export async function changePriority(handle: Handle, seen: Seen, form: PriorityForm, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await handle.kysely
    .updateTable('priority')
    .set({ ...priorityValues(form), revision: nextRevision, updated_at: now })
    .where('id', '=', seen.id)
    .where('revision', '=', seen.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Closes a priority with its outcome, or opens it again (null). */
export async function closePriority(handle: Handle, seen: Seen, form: CloseForm | null, now: Date): Promise<boolean> {
  const outcome = form
    ? { closed_on: form.closedOn, outcome: form.outcome, outcome_at: now }
    : { closed_on: null, outcome: '', outcome_at: null }
  const { numUpdatedRows } = await handle.kysely
    .updateTable('priority')
    .set({ ...outcome, revision: nextRevision })
    .where('id', '=', seen.id)
    .where('revision', '=', seen.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Adds an action to a priority and gives its id. */
export async function addAction(handle: Handle, priorityId: number, form: ActionForm, now: Date): Promise<number> {
  const values = { ...actionValues(form), priority_id: priorityId, created_at: now, updated_at: now }
  return (await handle.kysely.insertInto('priority_action').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** Changes an action. */
export async function changeAction(handle: Handle, seen: Seen, form: ActionForm, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await handle.kysely
    .updateTable('priority_action')
    .set({ ...actionValues(form), revision: nextRevision, updated_at: now })
    .where('id', '=', seen.id)
    .where('revision', '=', seen.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Adds an event and gives its id. */
export async function addEvent(handle: Handle, neighbourhoodId: number, form: EventForm, now: Date): Promise<number> {
  const values = { ...eventValues(form), neighbourhood_id: neighbourhoodId, created_at: now, updated_at: now }
  return (await handle.kysely.insertInto('event').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** Changes an event. */
export async function changeEvent(handle: Handle, seen: Seen, form: EventForm, now: Date): Promise<boolean> {
  return updateEvent(handle, seen, { ...eventValues(form), updated_at: now })
}

/** Cancels an event, or says that it takes place after all. */
export async function cancelEvent(handle: Handle, seen: Seen, cancelled: boolean, now: Date): Promise<boolean> {
  return updateEvent(handle, seen, { cancelled_at: cancelled ? now : null, updated_at: now })
}

async function updateEvent(
  handle: Handle,
  seen: Seen,
  values: Partial<ReturnType<typeof eventValues>> & { cancelled_at?: Date | null; updated_at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await handle.kysely
    .updateTable('event')
    .set({ ...values, revision: nextRevision })
    .where('id', '=', seen.id)
    .where('revision', '=', seen.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function priorityValues({ issue, why, owner, agreedOn, dueOn }: PriorityForm) {
  return { issue, why, owner, agreed_on: agreedOn, due_on: dueOn }
}

function actionValues({ what, owner, plannedFor, doneOn }: ActionForm) {
  return { what, owner, planned_for: plannedFor, done_on: doneOn }
}

function eventValues({ kind, title, description, place, address, onlineUrl, startsAt, endsAt }: EventForm) {
  return { kind, title, description, place, address, online_url: onlineUrl, starts_at: startsAt, ends_at: endsAt }
}
