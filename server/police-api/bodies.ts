import type { Month } from '../../shared/month.ts'
import type { CrimeRow } from './queries.ts'
import { degrees } from './rules.ts'

/** A crime as data.police.uk writes it; coordinates are texts, what is absent is an empty text or null as there. */
export function crimeBody(row: CrimeRow, month: Month) {
  return {
    category: row.category,
    location_type: row.force_id === 'btp' ? 'BTP' : 'Force',
    location: {
      latitude: degrees(row.latitude_microdegrees),
      street: { id: row.map_point_id, name: row.street_name === '' ? 'On or near ' : row.street_name },
      longitude: degrees(row.longitude_microdegrees),
    },
    context: row.context ?? '',
    // The street files name the last outcome but not its month: it stays empty until outcome files tell it.
    outcome_status: row.outcome === null ? null : { category: row.outcome, date: '' },
    persistent_id: row.persistent_id,
    id: row.id,
    location_subtype: '',
    month,
  }
}

interface NeighbourhoodParts {
  neighbourhood: {
    code: string
    name: string
    description: string | null
    url_force: string | null
    contact_details: Record<string, string>
    residents: number | null
    latitude: string | null
    longitude: string | null
  }
  links: { url: string; title: string; description: string | null }[]
  stations: Record<'name' | 'type', string>[]
}

/** A neighbourhood as data.police.uk writes it: `population` is a text, "0" when unknown. */
export function neighbourhoodBody({ neighbourhood, links, stations }: NeighbourhoodParts) {
  return {
    id: neighbourhood.code,
    name: neighbourhood.name,
    url_force: neighbourhood.url_force ?? '',
    description: neighbourhood.description,
    population: String(neighbourhood.residents ?? 0),
    centre: { latitude: neighbourhood.latitude ?? '', longitude: neighbourhood.longitude ?? '' },
    contact_details: neighbourhood.contact_details,
    links,
    locations: stations,
  }
}
