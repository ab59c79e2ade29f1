import { sql } from 'kysely'
import { type Auth, makeLinkToken } from '../accounts/auth.ts'
import { signInAddress } from '../accounts/letters.ts'
import type { Database } from '../database/database.ts'

/** Somebody invented who can be signed in as. */
export interface DemoLink {
  who: string
  email: string
  /** Its page's button signs in, once. */
  url: string
}

const people = [
  { email: 'sergeant@dogger.example', name: 'Sgt A. Example', role: 'officer' },
  { email: 'supervisor@dogger.example', name: 'Insp B. Example', role: 'supervisor' },
] as const

/**
 * Makes the invented force's sergeant, who looks after its first neighbourhood, and its supervisor, where they are not there yet, and a
 * sign-in link for each.
 * @returns none where no invented force is loaded
 */
export async function demoLinks(database: Database, auth: Auth, publicUrl: string): Promise<DemoLink[]> {
  const { rows } = await sql<{ force: string; force_name: string; id: number; name: string }>`
    select f.id as force, f.name as force_name, n.id, n.name
    from force f join neighbourhood n on n.force_id = f.id
    where f.is_invented order by f.id, n.code limit 1`.execute(database.kysely)
  const [place] = rows
  if (!place) return []
  const links: DemoLink[] = []
  for (const { email, name, role } of people) {
    const neighbourhoodId = role === 'officer' ? place.id : null
    await database.transaction(async (handle) => {
      await sql`
        insert into person (id, name, email, email_verified) values (${`demo-${role}`}, ${name}, ${email}, true)
        on conflict do nothing`.execute(handle.kysely)
      await sql`
        insert into access_grant (person_id, role, force_id, neighbourhood_id)
        select id, ${role}, ${place.force}, ${neighbourhoodId}::integer from person where email = ${email}
        on conflict do nothing`.execute(handle.kysely)
    })
    const where = role === 'officer' ? place.name : place.force_name
    links.push({
      who: `${name}, ${role} of ${where}`,
      email,
      url: signInAddress(publicUrl, { token: await makeLinkToken(auth, email) }),
    })
  }
  return links
}
