import { type Kysely, sql } from 'kysely'
import type { Quarter } from '../../shared/standards/quarter.ts'
import type { Entered, Explanation } from '../../shared/standards/result.ts'
import type { Handle } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

type Reader = Kysely<Tables>

/** A standard's quarter in a neighbourhood. */
export interface ResultPlace {
  neighbourhoodId: number
  key: string
  quarter: Quarter
}

/** What people have written about a neighbourhood's results, by standard and quarter. */
export async function writtenAbout(reader: Reader, neighbourhoodId: number) {
  const [explanations, entered] = await Promise.all([
    reader
      .selectFrom('standard_explanation')
      .where('neighbourhood_id', '=', neighbourhoodId)
      .select(['key', 'quarter', 'text', 'text_welsh', 'written_at', 'revision'])
      .execute(),
    reader
      .selectFrom('standard_entered_result')
      .where('neighbourhood_id', '=', neighbourhoodId)
      .select(['key', 'quarter', 'value', 'evidence', 'entered_as', 'entered_at', 'revision'])
      .execute(),
  ])
  const at = (key: string, quarter: Quarter) => (row: { key: string; quarter: string }) =>
    row.key === key && row.quarter === quarter
  return {
    explanation: (key: string, quarter: Quarter): (Explanation & { revision: number }) | null => {
      const row = explanations.find(at(key, quarter))
      if (!row) return null
      return { text: row.text, textWelsh: row.text_welsh, writtenAt: row.written_at, revision: row.revision }
    },
    entered: (key: string, quarter: Quarter): (Entered & { revision: number }) | null => {
      const row = entered.find(at(key, quarter))
      if (!row) return null
      const { value, evidence, revision } = row
      return { value, evidence, enteredAs: row.entered_as, enteredAt: row.entered_at, revision }
    },
  }
}

/** What is written, by whom and when. */
interface Writing {
  by: string | null
  now: Date
  /** Of what the writer was shown; 0 when there was nothing yet. */
  revision: number
}

/**
 * Writes what the team says about a result, if nobody else has since it was shown.
 * @returns whether it was written
 */
export async function writeExplanation(
  { kysely }: Handle,
  { neighbourhoodId, key, quarter }: ResultPlace,
  { text, textWelsh }: { text: string; textWelsh: string },
  { by, now, revision }: Writing,
): Promise<boolean> {
  const { rows } = await sql`
    insert into standard_explanation as held (neighbourhood_id, key, quarter, text, text_welsh, written_by, written_at)
    values (${neighbourhoodId}, ${key}, ${quarter}, ${text}, ${textWelsh}, ${by}, ${now})
    on conflict (neighbourhood_id, key, quarter) do update set text = excluded.text, text_welsh = excluded.text_welsh,
      written_by = excluded.written_by, written_at = excluded.written_at, revision = held.revision + 1
      where held.revision = ${revision}
    returning 1`.execute(kysely)
  return rows.length > 0
}

/**
 * Writes a result that somebody enters, if nobody else has since it was shown.
 * @returns whether it was written
 */
export async function writeEntered(
  { kysely }: Handle,
  { neighbourhoodId, key, quarter }: ResultPlace,
  { value, evidence, enteredAs }: { value: number; evidence: string; enteredAs: string },
  { by, now, revision }: Writing,
): Promise<boolean> {
  const { rows } = await sql`
    insert into standard_entered_result as held
      (neighbourhood_id, key, quarter, value, evidence, entered_as, entered_by, entered_at)
    values (${neighbourhoodId}, ${key}, ${quarter}, ${value}, ${evidence}, ${enteredAs}, ${by}, ${now})
    on conflict (neighbourhood_id, key, quarter) do update set value = excluded.value, evidence = excluded.evidence,
      entered_as = excluded.entered_as, entered_by = excluded.entered_by, entered_at = excluded.entered_at,
      revision = held.revision + 1
      where held.revision = ${revision}
    returning 1`.execute(kysely)
  return rows.length > 0
}
