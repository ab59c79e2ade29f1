import { sql } from 'kysely'
import type { Database, Handle } from '../database/database.ts'

/** Reasons told apart in a summary; the rest are counted together. */
const reasonsTold = 40

interface RejectedRow {
  line: number
  reason: string
  text: string
}

/** Rows that could not be used: kept with line and reason, counted by reason, written to the database in lots. */
export class RejectedRows {
  readonly reasons = new Map<string, number>()
  count = 0
  private held: RejectedRow[] = []

  /** @param reason a clause without a full stop, the same for the same fault */
  add(line: number, reason: string, text: string): void {
    this.count++
    const told = this.reasons.has(reason) || this.reasons.size < reasonsTold ? reason : 'another reason'
    this.reasons.set(told, (this.reasons.get(told) ?? 0) + 1)
    this.held.push({ line, reason, text })
  }

  /** How many rows wait to be written. */
  get waiting(): number {
    return this.held.length
  }

  /** Writes the waiting rows; call it inside the transaction that loads the good ones. */
  async write(handle: Handle, importFileId: number): Promise<void> {
    const rows = this.held
    this.held = []
    if (rows.length === 0) return
    const lines = rows.map(
      ({ line, reason, text }) => `${importFileId},${line},${csvField(reason)},${csvField(text.slice(0, 10_000))}\n`,
    )
    await handle.copyIn('import_rejected_row (import_file_id, line_number, reason, row_text)', 'format csv', [
      Buffer.from(lines.join('')),
    ])
  }
}

/** A value as a CSV field that COPY takes as text, never as null. */
export function csvField(value: string): string {
  return `"${value.replaceAll('"', '""')}"`
}

/** A kept row, as `npm run import -- --rejected` lists it. */
export interface KeptRow {
  file: string
  line: number
  reason: string
  text: string
  /** The file's months have been replaced by another file since. */
  replaced: boolean
}

/** Every kept row, file by file in the order of loading; read a thousand at a time. */
export async function* listRejected(database: Database): AsyncGenerator<KeptRow> {
  let after = 0
  for (;;) {
    const { rows } = await sql<KeptRow & { id: number }>`
      select r.id, f.name as file, r.line_number as line, r.reason, r.row_text as text,
        f.source = 'street' and f.loaded_count > 0
          and not exists (select 1 from publication p where p.import_file_id = f.id) as replaced
      from import_rejected_row r join import_file f on f.id = r.import_file_id
      where r.id > ${after}
      order by r.id
      limit 1000`.execute(database.kysely)
    for (const { file, line, reason, text, replaced } of rows) yield { file, line, reason, text, replaced }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}
