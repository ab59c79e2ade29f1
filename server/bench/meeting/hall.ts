import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { usualAgenda } from '../../../shared/live/agendaTemplate.ts'
import type { Database } from '../../database/database.ts'
import { migrate } from '../../database/migrate.ts'
import { openServer } from '../../database/server.ts'
import { makeChairLink } from '../../live/chair.ts'
import { lastSequences, readLog, type StoredChange } from '../../live/log.ts'
import { planMeeting } from '../../live/plan.ts'
import { translator } from '../../web/translate.ts'

/** A planned meeting, and the cookie of a resident who chairs it by a link. */
export interface BenchMeeting {
  id: number
  chairCookie: string
}

/** A database with meetings. */
export interface Hall {
  url: string
  meetings: BenchMeeting[]
  lastSequence(meeting: number): Promise<number>
  log(meeting: number): Promise<StoredChange[]>
  remove(): Promise<void>
}

/**
 * Makes a database of its own with so many meetings.
 * @throws when there is no server to make it on
 */
export async function openHall(count: number): Promise<Hall> {
  const { open, url, remove } = await openBenchDatabase()
  const database = open()
  const close = () => database.close().then(remove)
  try {
    await migrate(database)
    return {
      url,
      meetings: await plannedMeetings(database, count),
      lastSequence: async (meeting) => (await lastSequences(database.kysely, [meeting])).get(meeting) ?? 0,
      log: async (meeting) => (await readLog(database.kysely, meeting, 0)).changes,
      remove: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Makes an empty database on the server that TEST_DATABASE_URL or DATABASE_URL names. */
export async function openBenchDatabase(): Promise<{ url: string; open(): Database; remove(): Promise<void> }> {
  const serverUrl = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL']
  if (!serverUrl) throw new Error('Set TEST_DATABASE_URL to a PostgreSQL with PostGIS')
  const name = `our_patch_bench_${randomBytes(5).toString('hex')}`
  await administer(serverUrl, `create database ${name}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    url: url.href,
    open: () => openServer(url.href, { maximumConnections: 4 }),
    remove: () => administer(serverUrl, `drop database ${name} with (force)`),
  }
}

/** Plans so many meetings of an invented force, which residents chair by links. */
export async function plannedMeetings({ transaction }: Database, count: number): Promise<BenchMeeting[]> {
  const now = new Date()
  const texts = { en: translator('en'), cy: translator('cy') }
  return transaction(async (handle) => {
    const { kysely } = handle
    await kysely.insertInto('force').values({ id: 'dogger', name: 'Dogger Constabulary', is_invented: true }).execute()
    const neighbourhood = await kysely
      .insertInto('neighbourhood')
      .values({ force_id: 'dogger', code: 'DG01', name: 'Bank', contact_details: JSON.stringify({}) })
      .returning('id')
      .executeTakeFirstOrThrow()
    const meetings: BenchMeeting[] = []
    for (let index = 0; index < count; index += 1) {
      const { id } = await kysely
        .insertInto('event')
        .values({
          neighbourhood_id: neighbourhood.id,
          kind: 'meeting',
          title: 'Priorities meeting',
          place: 'Hall',
          starts_at: now,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      const settings = { questionsModerated: false }
      await planMeeting(handle, id, { settings, items: usualAgenda(texts, randomUUID) }, now)
      const link = { meeting: id, name: 'A. Chair', madeBy: null, expiresAt: new Date(now.getTime() + 86_400_000) }
      meetings.push({ id, chairCookie: `chair-${id}=${await makeChairLink(handle, link, now)}` })
    }
    return meetings
  })
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
