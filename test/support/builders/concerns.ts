import { newSecretText } from '../../../server/accounts/secrets.ts'
import { type IncomingConcern, putForward } from '../../../server/concerns/putForward.ts'
import { concernOfLink } from '../../../server/concerns/readConcerns.ts'
import type { Database } from '../../../server/database/database.ts'

let devices = 0

/** The hash of a device that was never seen. */
export function aDevice(): Buffer {
  devices += 1
  return Buffer.from(String(devices).padStart(32, '0'), 'hex')
}

/** Stores a concern as if its form had been sent at an instant; gives its number and the secret of its private link. */
export async function aConcern(
  database: Database,
  given: Partial<IncomingConcern> & { neighbourhoodId: number; at: Date; shown?: boolean },
): Promise<{ id: number; secret: string }> {
  const { at, shown = false, ...rest } = given
  const secret = newSecretText()
  const concern: IncomingConcern = {
    words: 'Cars race along Outer Row.',
    topic: 'roads',
    language: 'en',
    email: '',
    pointId: null,
    secret,
    deviceHash: aDevice(),
    ...rest,
  }
  const outcome = await database.transaction((handle) => putForward(handle, concern, at))
  const stored = await concernOfLink(database.kysely, concern.secret)
  if (!stored) throw new Error(`the concern was not stored: ${outcome}`)
  if (shown)
    await database.kysely
      .updateTable('concern')
      .set({ state: 'shown', shown_at: at, state_since: at })
      .where('id', '=', stored.id)
      .execute()
  return { id: stored.id, secret: concern.secret }
}
