import type { PagePreviewProps } from '../../client/ui/manage/PagePreview.tsx'
import type { TeamPage } from '../../shared/team/teamPage.ts'
import type { ManagedNeighbourhood } from '../accounts/queries.ts'
import type { Context } from '../context.ts'
import { contactOf } from '../neighbourhoods/contacts.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { placeBody } from '../neighbourhoods/rules.ts'
import { publicRows } from './publicRows.ts'
import { homeOf } from './view.ts'

/** What residents would see of a page, made in the same way as the public one. */
export async function previewOf(
  context: Context,
  { forceId, code }: ManagedNeighbourhood,
  page: TeamPage,
): Promise<PagePreviewProps> {
  const neighbourhood = await requireNeighbourhood(context.database.kysely, forceId, code)
  const { description, contact_details, team, stations, links } = publicRows(page)
  const { force } = neighbourhood
  return {
    place: placeBody({
      force,
      neighbourhood: { ...neighbourhood, description, contactDetails: contact_details },
      team,
      stations,
      links,
      outline: null,
      residentsSources: [],
      published: [],
      dataVersion: '',
      photoUrl: (sha256) => `${homeOf({ forceId, code })}/team/photos/${sha256}.jpg`,
    }),
    forceTelephone: force.telephone === '101' ? null : (contactOf('telephone', force.telephone) ?? null),
  }
}
