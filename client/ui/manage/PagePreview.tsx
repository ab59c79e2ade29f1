import type { Contact, NeighbourhoodBody } from '../../../shared/api/neighbourhoods.ts'
import { AboutPlace } from '../team/AboutPlace.tsx'
import { Team } from '../team/Team.tsx'

export interface PagePreviewProps {
  place: NeighbourhoodBody
  /** The force's own number, where it has one besides 101. */
  forceTelephone: Contact | null
}

/** The team's parts of the public page, the very ones that residents see, made of something that is not on it. */
export function PagePreview({ place, forceTelephone }: PagePreviewProps) {
  return (
    <div class="patch-preview">
      <Team
        force={{ name: place.force.name, url: place.force.url, telephone: forceTelephone }}
        contacts={place.contacts}
        team={place.team}
        stations={place.stations}
        links={place.links}
        url={place.url}
        contactPath={`/neighbourhoods/${encodeURIComponent(place.force.id)}/${encodeURIComponent(place.id)}/contact`}
      />
      <AboutPlace description={place.description} />
    </div>
  )
}
