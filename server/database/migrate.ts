import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from './database.ts'

const migrationsFolder = new URL('./migrations/', import.meta.url)

/**
 * Brings the database to the newest numbered migration, each in a transaction of its own.
 * Several processes may start at once: a lock lets one of them work while the others wait.
 * @returns the names that were applied now
 */
export async function migrate(database: Database): Promise<string[]> {
  const names = (await readdir(migrationsFolder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort()
  await database.execute(
    'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
  )
  const applied: string[] = []
  for (const name of names) {
    const text = await readFile(new URL(name, migrationsFolder), 'utf8')
    await database.transaction(async (handle) => {
      await sql`select pg_advisory_xact_lock(hashtext('our-patch-migrate'))`.execute(handle.kysely)
      const { rows } = await sql`select 1 from migration where name = ${name}`.execute(handle.kysely)
      if (rows.length > 0) return
      await handle.execute(text)
      await sql`insert into migration (name) values (${name})`.execute(handle.kysely)
      applied.push(name)
    })
  }
  return applied
}
