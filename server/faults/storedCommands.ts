import type { Database } from '../database/database.ts'

/** The commands that a meeting's log holds, each with the number of its change. */
export async function storedCommands({ kysely }: Database, meeting: number): Promise<Map<string, number>> {
  const rows = await kysely
    .selectFrom('meeting_change')
    .where('meeting_id', '=', meeting)
    .where('command_id', 'is not', null)
    .select(['command_id', 'sequence'])
    .execute()
  return new Map(rows.map(({ command_id, sequence }) => [command_id ?? '', sequence]))
}
