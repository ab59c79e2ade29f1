import { sql } from 'kysely'
import type { TeamPage } from '../../shared/team/teamPage.ts'
import type { Database, Handle } from '../database/database.ts'
import { loadedPage } from './queries.ts'

type Reader = Database['kysely']

/** A page as it was published. */
export interface Version {
  version: number
  page: TeamPage
  publishedBy: string
  publishedAt: Date
  /** Everyone who changed the draft that it was made of. */
  editedBy: string[]
}

const columns = ['version', 'content', 'published_by', 'published_at', 'edited_by'] as const

/** The newest versions of a neighbourhood's page, newest first. */
export async function versionsOf(reader: Reader, neighbourhoodId: number, limit: number): Promise<Version[]> {
  const rows = await reader
    .selectFrom('team_page_version')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .select(columns)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(versionOf)
}

/** What residents see now: the newest version, or what was loaded while there is none. */
export async function pageNow(
  reader: Reader,
  neighbourhoodId: number,
): Promise<{ page: TeamPage; version: Version | undefined }> {
  const [version] = await versionsOf(reader, neighbourhoodId, 1)
  return { page: version?.page ?? (await loadedPage(reader, neighbourhoodId)), version }
}

/** One version of a neighbourhood's page. */
export async function versionNumbered(
  reader: Reader,
  neighbourhoodId: number,
  version: number,
): Promise<Version | undefined> {
  const row = await reader
    .selectFrom('team_page_version')
    .where('neighbourhood_id', '=', neighbourhoodId)
    .where('version', '=', version)
    .select(columns)
    .executeTakeFirst()
  return row && versionOf(row)
}

function versionOf(row: {
  version: number
  content: TeamPage
  published_by: string
  published_at: Date
  edited_by: string[]
}): Version {
  return {
    version: row.version,
    page: row.content,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    editedBy: row.edited_by,
  }
}

/** Adds a version, made of the draft that the transaction holds, and gives its number. */
export async function addVersion(handle: Handle, neighbourhoodId: number, by: string, now: Date): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into team_page_version (neighbourhood_id, version, content, published_by, published_at, edited_by)
    select neighbourhood_id,
      1 + coalesce((select max(version) from team_page_version where neighbourhood_id = ${neighbourhoodId}), 0),
      content, ${by}, ${now}, edited_by
    from team_page_draft where neighbourhood_id = ${neighbourhoodId}
    returning version`.execute(handle.kysely)
  await handle.kysely
    .updateTable('team_page_draft')
    .set({ edited_by: [] })
    .where('neighbourhood_id', '=', neighbourhoodId)
    .execute()
  const version = rows[0]?.version
  if (version === undefined) throw new Error('A version was not added')
  return version
}
