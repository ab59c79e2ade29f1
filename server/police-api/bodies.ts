import type { Month } from '../../shared/month.ts'
import { londonText } from '../../shared/time/london.ts'
import { lineMarkup } from '../neighbourhoods/plainText.ts'
import { paragraphs } from '../priorities/bodies.ts'
import type { EventRow, PriorityRow } from '../priorities/queries.ts'
import { byDate } from '../priorities/rules.ts'
import { htmlParagraphs } from '../web/htmlText.ts'
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

/**
 * A priority as data.police.uk writes it. There an action is one text with one date: it holds everything that was done and, once the
 * priority is closed, what came of it, with the newest date.
 */
export function priorityBody(row: PriorityRow) {
  const done = row.actions.filter((action) => action.done_on !== null).sort(byDate)
  const action = [...done.flatMap(({ what }) => paragraphs(what)), ...paragraphs(row.outcome)]
  const actedOn = row.closed_on ?? done.at(-1)?.done_on ?? null
  return {
    action: action.length > 0 ? htmlParagraphs(action) : null,
    'issue-date': midnight(row.agreed_on),
    'action-date': action.length > 0 && actedOn ? midnight(actedOn) : null,
    issue: htmlParagraphs([row.issue]),
  }
}

/**
 * An event as data.police.uk writes it, in British civil time without a zone. Drop-ins are of the type "meeting" there. As in a team's
 * names, what could be taken for markup in its lines is written as entities.
 */
export function eventBody(row: EventRow) {
  const description = htmlParagraphs(paragraphs(row.description))
  return {
    contact_details: row.online_url ? { web: row.online_url } : {},
    description: description || null,
    title: lineMarkup(row.title),
    address: lineMarkup([row.place, row.address].filter((text) => text !== '').join(', ')),
    type: row.kind === 'other' ? 'other' : 'meeting',
    start_date: londonText(row.starts_at),
    end_date: row.ends_at && londonText(row.ends_at),
  }
}

function midnight(day: string): string {
  return `${day}T00:00:00`
}
