import type { TeamPage } from '../../shared/team/teamPage.ts'
import { escaped, lineMarkup, plainParagraphs } from '../neighbourhoods/plainText.ts'
import { seenParts } from './rules.ts'

/** The rows that readers of a public page go by, made of what a team says. */
export type PublicRows = ReturnType<typeof publicRows>

/**
 * What a page shows to residents, as its tables hold it. Their texts may hold HTML, as forces write them, so what could be taken for
 * markup is written as entities: it comes out as the words that the team typed, here and with clients of the public API.
 */
export function publicRows(page: TeamPage) {
  return {
    description: markupOf(page.about.description),
    contact_details: contactsMarkup(page.about.contacts),
    team: seenParts(page, 'members').map((member, position) => ({
      id: member.id,
      position,
      name: lineMarkup(member.name),
      rank: orNull(lineMarkup(member.rank)),
      role: orNull(lineMarkup(member.role)),
      hours: orNull(lineMarkup(member.hours)),
      biography: markupOf(member.biography),
      contact_details: contactsMarkup(member.contacts),
      photo_sha256: member.photo?.sha256 ?? null,
      photo_alt: member.photo?.alt ?? null,
    })),
    stations: seenParts(page, 'stations').map((station, position) => ({
      id: station.id,
      position,
      name: lineMarkup(station.name),
      kind: station.kind,
      address: orNull(station.address.split('\n').map(lineMarkup).join('\n')),
      postcode: orNull(station.postcode),
      longitude: station.place?.longitude ?? null,
      latitude: station.place?.latitude ?? null,
      telephone: orNull(lineMarkup(station.telephone)),
      opening_hours: orNull(station.openingHours.split('\n').map(lineMarkup).join('\n')),
      description: markupOf(station.description),
    })),
    links: seenParts(page, 'links').map((link, position) => ({
      id: link.id,
      position,
      url: link.url,
      title: lineMarkup(link.title),
      description: markupOf(link.description),
    })),
  }
}

/** Paragraphs of a text as HTML; null when it is empty. */
export function markupOf(text: string): string | null {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n') || null
}

/** The words of a text that may hold markup, as a form shows them for editing. */
export function typedOfMarkup(text: string | null): string {
  return plainParagraphs(text).join('\n\n')
}

function contactsMarkup(contacts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(contacts).map(([kind, text]) => [kind, lineMarkup(text)]))
}

function orNull(text: string): string | null {
  return text === '' ? null : text
}
