import { sql } from 'kysely'
import type { MeetingChange, StoredKind } from '../../shared/live/changes.ts'
import type { Phase } from '../../shared/live/state.ts'
import type { Database, Handle } from '../database/database.ts'
import type { ActKind } from './acts.ts'

/** A change as it stands in the log. */
export type StoredChange = MeetingChange<StoredKind>

/** The channel on which processes hear that a meeting has moved on: `meeting:sequence`. */
export const meetingChannel = 'meeting_changed'

const asChange = sql`jsonb_build_object('sequence', sequence, 'kind', kind, 'detail', detail,
  'at', (extract(epoch from happened_at) * 1000)::bigint)`

/** Whether there is such a meeting, and its changes after a number, in order. */
export async function readLog(
  reader: Database['kysely'],
  meeting: number,
  after: number,
): Promise<{ exists: boolean; changes: StoredChange[] }> {
  const { rows } = await sql<{ changes: StoredChange[] }>`
    select coalesce((select jsonb_agg(${asChange} order by sequence) from meeting_change
      where meeting_id = meeting.id and sequence > ${after}), '[]') as changes
    from meeting where id = ${meeting}`.execute(reader)
  return { exists: rows.length > 0, changes: rows[0]?.changes ?? [] }
}

/** The last number of each of some meetings. */
export async function lastSequences(reader: Database['kysely'], meetings: number[]): Promise<Map<number, number>> {
  const { rows } = await sql<{ id: number; last: number }>`
    select id, last_sequence as last from meeting where id = any(${meetings}::integer[])`.execute(reader)
  return new Map(rows.map(({ id, last }) => [id, last]))
}

export interface LockedMeeting {
  lastSequence: number
  phase: Phase
  mostOnline: number | null
  isCancelled: boolean
}

/** Locks a meeting, so that its changes get their numbers one after another. */
export async function lockMeeting({ kysely }: Handle, meeting: number): Promise<LockedMeeting | undefined> {
  const { rows } = await sql<LockedMeeting>`
    select last_sequence as "lastSequence", phase, most_online as "mostOnline", cancelled_at is not null as "isCancelled"
    from meeting join event using (id) where id = ${meeting} for update of meeting`.execute(kysely)
  return rows[0]
}

/** What a device has done in a meeting; its hash in hexadecimal. */
export interface DeviceAct {
  device: string
  kind: ActKind
  subject: string
}

/** What has to be known to decide: changes after a number, commands that are stored already, and what devices have done. */
export interface Known {
  changes: StoredChange[]
  commands: { id: string; sequence: number }[]
  acts: DeviceAct[]
}

/**
 * Reads, under the meeting's lock, what is needed to decide commands.
 * @param everyBacking whether to read who backs what of all devices, for counting those behind merged questions
 */
export async function readKnown(
  { kysely }: Handle,
  meeting: number,
  asked: { after: number; commands: string[]; devices: string[]; everyBacking: boolean },
): Promise<Known> {
  const devices = asked.devices.map((device) => Buffer.from(device, 'hex'))
  const { rows } = await sql<Known>`
    select
      coalesce((select jsonb_agg(${asChange} order by sequence) from meeting_change
        where meeting_id = ${meeting} and sequence > ${asked.after}), '[]') as changes,
      coalesce((select jsonb_agg(jsonb_build_object('id', command_id, 'sequence', sequence)) from meeting_change
        where meeting_id = ${meeting} and command_id = any(${asked.commands}::uuid[])), '[]') as commands,
      coalesce((select jsonb_agg(jsonb_build_object('device', encode(device_hash, 'hex'), 'kind', kind, 'subject', subject))
        from meeting_device_act where meeting_id = ${meeting}
        and (device_hash = any(${devices}::bytea[]) or (${asked.everyBacking}::boolean and kind = 'backed'))), '[]') as acts
    `.execute(kysely)
  return rows[0] ?? { changes: [], commands: [], acts: [] }
}

/** What a batch of commands has come to. */
export interface Written {
  changes: { change: StoredChange; commandId: string | null }[]
  phase: Phase
  actsAdded: DeviceAct[]
  actsRemoved: DeviceAct[]
}

/** Writes changes with their numbers, in one statement, and tells other processes once it is committed. */
export async function writeChanges({ kysely }: Handle, meeting: number, written: Written): Promise<void> {
  const last = written.changes.at(-1)?.change.sequence ?? 0
  const rows = written.changes.map(({ change: { sequence, kind, detail, at }, commandId }) => ({
    sequence,
    kind,
    detail,
    happened_at: new Date(at),
    command_id: commandId,
  }))
  await sql`
    with log as (
      insert into meeting_change (meeting_id, sequence, kind, detail, happened_at, command_id)
      select ${meeting}::integer, sequence, kind, detail, happened_at, command_id
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (sequence integer, kind text, detail jsonb, happened_at timestamptz, command_id uuid)
    ), acts_added as (
      insert into meeting_device_act (meeting_id, device_hash, kind, subject)
      select ${meeting}::integer, decode(device, 'hex'), kind, subject
      from jsonb_to_recordset(${JSON.stringify(written.actsAdded)}::jsonb) as given (device text, kind text, subject uuid)
    ), acts_removed as (
      delete from meeting_device_act act
      using jsonb_to_recordset(${JSON.stringify(written.actsRemoved)}::jsonb) as given (device text, kind text, subject uuid)
      where act.meeting_id = ${meeting}::integer and act.device_hash = decode(given.device, 'hex')
        and act.kind = given.kind and act.subject = given.subject
    ), moved as (
      update meeting set last_sequence = ${last}, phase = ${written.phase} where id = ${meeting}
    )
    select pg_notify(${meetingChannel}, ${`${meeting}:${last}`})`.execute(kysely)
}

/** Forgets what devices did, once the minutes are published. */
export async function forgetDevices({ kysely }: Handle, meeting: number): Promise<void> {
  await kysely.deleteFrom('meeting_device_act').where('meeting_id', '=', meeting).execute()
}
