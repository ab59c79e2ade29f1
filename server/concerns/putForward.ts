import { sql } from 'kysely'
import { hashSecretText } from '../accounts/secrets.ts'
import type { Handle } from '../database/database.ts'
import { mostOfOneDevice, mostWaiting, type Topic } from './rules.ts'

/** A concern on its way in. */
export interface IncomingConcern {
  neighbourhoodId: number
  language: 'en' | 'cy'
  topic: Topic
  words: string
  /** '' for none. */
  email: string
  /** The nearest public map point; null: the whole neighbourhood. */
  pointId: number | null
  /** Of its private link. */
  secret: string
  /** Of the device in this neighbourhood. */
  deviceHash: Buffer
}

/** `same`: this form was sent already with these words; `used`: with others; the last two: the device, or the team, has as many as may be. */
export type PutForward = 'stored' | 'same' | 'used' | 'device-full' | 'team-full'

/** Stores a concern, which then waits for the team; the device that put it forward backs it. Anything but `stored` stores nothing. */
export async function putForward(handle: Handle, concern: IncomingConcern, now: Date): Promise<PutForward> {
  const { kysely } = handle
  const { neighbourhoodId, deviceHash } = concern
  const linkHash = hashSecretText(concern.secret)
  // One after the other in a neighbourhood: two forms of one device cannot both be its last.
  await sql`select 1 from neighbourhood where id = ${neighbourhoodId} for no key update`.execute(kysely)
  const before = await kysely.selectFrom('concern').where('link_hash', '=', linkHash).select('words').executeTakeFirst()
  if (before) return before.words === concern.words ? 'same' : 'used'
  const { rows } = await sql<{ own: number; waiting: number }>`
    select (count(*) filter (where device_hash = ${deviceHash} and state in ('waiting', 'shown')))::int as own,
      (count(*) filter (where state = 'waiting'))::int as waiting
    from concern where neighbourhood_id = ${neighbourhoodId}`.execute(kysely)
  if ((rows[0]?.own ?? 0) >= mostOfOneDevice) return 'device-full'
  if ((rows[0]?.waiting ?? 0) >= mostWaiting) return 'team-full'
  const { id } = await kysely
    .insertInto('concern')
    .values({
      neighbourhood_id: neighbourhoodId,
      topic: concern.topic,
      language: concern.language,
      words: concern.words,
      map_point_id: concern.pointId,
      email: concern.email === '' ? null : concern.email,
      link_hash: linkHash,
      device_hash: deviceHash,
      backings: 1,
      received_at: now,
      state_since: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await kysely.insertInto('concern_backing').values({ concern_id: id, device_hash: deviceHash }).execute()
  return 'stored'
}
