import type { Kysely } from 'kysely'
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
  words: { text: string; textWelsh: string },
  { by, now, revision }: Writing,
): Promise<boolean> {
  const values = { text: words.text, text_welsh: words.textWelsh, written_by: by, written_at: now }
  if (revision === 0) {
    const added = await kysely
      .insertInto('standard_explanation')
      .values({ neighbourhood_id: neighbourhoodId, key, quarter, ...values })
      .onConflict((conflict) => conflict.columns(['neighbourhood_id', 'key', 'quarter']).doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await kysely
    .updateTable('standard_explanation')
    .set({ ...values, revision: revision + 1 })
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('key', '=', key)
    .where('quarter', '=', quarter)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/**
 * Writes a result that somebody enters, if nobody else has since it was shown.
 * @returns whether it was written
 */
export async function writeEntered(
  { kysely }: Handle,
  { neighbourhoodId, key, quarter }: ResultPlace,
  result: { value: number; evidence: string; enteredAs: string },
  { by, now, revision }: Writing,
): Promise<boolean> {
  const { value, evidence } = result
  const values = { value, evidence, entered_as: result.enteredAs, entered_by: by, entered_at: now }
  if (revision === 0) {
    const added = await kysely
      .insertInto('standard_entered_result')
      .values({ neighbourhood_id: neighbourhoodId, key, quarter, ...values })
      .onConflict((conflict) => conflict.columns(['neighbourhood_id', 'key', 'quarter']).doNothing())
      .executeTakeFirst()
    return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
  }
  const changed = await kysely
    .updateTable('standard_entered_result')
    .set({ ...values, revision: revision + 1 })
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('key', '=', key)
    .where('quarter', '=', quarter)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
