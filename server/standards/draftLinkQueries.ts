import type { Kysely } from 'kysely'
import { hashSecretText, newSecretText } from '../accounts/secrets.ts'
import type { Handle } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'

type Reader = Kysely<Tables>

/** How long a private link to a draft is good. */
const linkDays = 30

/** Makes a private link to a neighbourhood's draft and gives its text, which is kept as a hash only. */
export async function makeDraftLink(
  { kysely }: Handle,
  neighbourhoodId: number,
  madeBy: string | null,
  now: Date,
): Promise<string> {
  const text = newSecretText()
  await kysely
    .insertInto('standard_draft_link')
    .values({
      neighbourhood_id: neighbourhoodId,
      token_hash: hashSecretText(text),
      made_by: madeBy,
      made_at: now,
      expires_at: new Date(now.getTime() + linkDays * 86_400_000),
      ended_at: null,
    })
    .execute()
  return text
}

/** The link of a text and the neighbourhood whose draft it opens; undefined when it has ended or never was. */
export function liveDraftLink(reader: Reader, text: string, now: Date) {
  return reader
    .selectFrom('standard_draft_link')
    .innerJoin('neighbourhood', 'neighbourhood.id', 'neighbourhood_id')
    .innerJoin('force', 'force.id', 'neighbourhood.force_id')
    .where('token_hash', '=', hashSecretText(text))
    .where('expires_at', '>', now)
    .where('ended_at', 'is', null)
    .select(['standard_draft_link.id', 'neighbourhood_id', 'force_id', 'neighbourhood.name', 'name_cy', 'is_invented'])
    .executeTakeFirst()
}

/** The links to a draft that are still good. */
export function draftLinks(reader: Reader, neighbourhoodId: number, now: Date) {
  return reader
    .selectFrom('standard_draft_link')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('expires_at', '>', now)
    .where('ended_at', 'is', null)
    .select(['id', 'expires_at'])
    .orderBy('id')
    .execute()
}

/**
 * Ends a link of a neighbourhood; comments that came by it stay.
 * @returns whether there was one to end
 */
export async function endDraftLink(
  { kysely }: Handle,
  neighbourhoodId: number,
  id: number,
  now: Date,
): Promise<boolean> {
  const ended = await kysely
    .updateTable('standard_draft_link')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

/** Everything that was said about a neighbourhood's drafts, the newest first. */
export function draftComments(reader: Reader, neighbourhoodId: number) {
  return reader
    .selectFrom('standard_draft_comment')
    .innerJoin('standard_draft_link', 'standard_draft_link.id', 'link_id')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(['standard_draft_comment.name', 'text', 'written_at'])
    .orderBy('standard_draft_comment.id', 'desc')
    .limit(200)
    .execute()
}

/** How many comments came by a link. */
export async function commentCount(reader: Reader, linkId: number): Promise<number> {
  const row = await reader
    .selectFrom('standard_draft_comment')
    .where('link_id', '=', linkId)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Adds a comment. */
export async function addComment(
  reader: Reader,
  linkId: number,
  comment: { name: string; text: string },
  now: Date,
): Promise<void> {
  await reader
    .insertInto('standard_draft_comment')
    .values({ link_id: linkId, ...comment, written_at: now })
    .execute()
}
