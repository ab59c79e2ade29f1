import type { NamedOfficerFacts } from '../../../shared/standards/measures/namedOfficerShown.ts'
import { contactsOf } from '../../neighbourhoods/contacts.ts'
import { teamMembers } from '../../neighbourhoods/queries.ts'
import type { FactQuery } from './asked.ts'

const direct = new Set(['email', 'telephone', 'mobile'])

/** Who is shown on the neighbourhood's page now, and how they can be reached. */
export const namedOfficer: FactQuery<NamedOfficerFacts> = async ({ reader, neighbourhoodId }) => {
  const members = await teamMembers(reader, neighbourhoodId)
  const place = await reader
    .selectFrom('neighbourhood')
    .where('id', '=', neighbourhoodId)
    .select('contact_details')
    .executeTakeFirst()
  const named = members.filter((member) => member.name.trim() !== '')
  return {
    named: named.length,
    withOwnContact: named.filter((member) => isReachable(member.contact_details)).length,
    teamContact: isReachable(place?.contact_details ?? {}),
  }
}

/** An e-mail address or a number of one's own: everybody has 101. */
function isReachable(details: Record<string, string>): boolean {
  return contactsOf(details).some(
    ({ kind, href }) => direct.has(kind) && href !== null && href !== 'tel:101' && href !== 'tel:999',
  )
}
