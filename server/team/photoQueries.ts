import { sql } from 'kysely'
import type { Database, Handle } from '../database/database.ts'
import type { Picture } from './picture.ts'

type Reader = Database['kysely']

/**
 * Keeps a picture for a neighbourhood. Those of it that a day later are in no draft and no version are let go: they were sent with a
 * form that was never finished.
 */
export async function keepPhoto(handle: Handle, neighbourhoodId: number, picture: Picture, now: Date): Promise<void> {
  await sql`
    delete from photo where neighbourhood_id = ${neighbourhoodId} and uploaded_at < ${now}::timestamptz - interval '1 day'
      and not exists (select from team_page_draft d
        where d.neighbourhood_id = photo.neighbourhood_id and position(photo.sha256 in d.content::text) > 0)
      and not exists (select from team_page_version v
        where v.neighbourhood_id = photo.neighbourhood_id and position(photo.sha256 in v.content::text) > 0)`.execute(
    handle.kysely,
  )
  await handle.kysely
    .insertInto('photo')
    .values({ neighbourhood_id: neighbourhoodId, sha256: picture.sha256, picture: picture.bytes, uploaded_at: now })
    .onConflict((conflict) => conflict.columns(['neighbourhood_id', 'sha256']).doUpdateSet({ uploaded_at: now }))
    .execute()
}

/** A picture that a neighbourhood's team has sent, published or not. */
export async function photoOf(
  reader: Reader,
  neighbourhoodId: number,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const row = await reader
    .selectFrom('photo')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('sha256', '=', sha256)
    .select('picture')
    .executeTakeFirst()
  return row?.picture
}

/** A picture that stands on a public page. */
export async function publishedPhoto(published: Reader, sha256: string): Promise<Uint8Array | undefined> {
  const row = await published
    .selectFrom('photo')
    .innerJoin('team_member', (join) =>
      join
        .onRef('team_member.neighbourhood_id', '=', 'photo.neighbourhood_id')
        .onRef('team_member.photo_sha256', '=', 'photo.sha256'),
    )
    .where('photo.sha256', '=', sha256)
    .select('picture')
    .limit(1)
    .executeTakeFirst()
  return row?.picture
}
