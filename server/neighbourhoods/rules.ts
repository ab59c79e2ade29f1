import type { NeighbourhoodBody, Outline, Residents, SeriesBody } from '../../shared/api/neighbourhoods.ts'
import { formatCsv } from '../../shared/figures/csv.ts'
import { monthStatus, type SeriesMonth } from '../../shared/figures/series.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { type Month, monthsBetween } from '../../shared/month.ts'
import { feedPath } from '../feeds/paths.ts'
import { contactOf, contactsOf, webAddress } from './contacts.ts'
import { plainLine, plainParagraphs } from './plainText.ts'

/** A neighbourhood's name in a language; a Welsh one is used where the force gives it. */
export function nameIn(language: Language, place: { name: string; nameWelsh: string | null }): string {
  return (language === 'cy' && place.nameWelsh) || place.name
}

/** Addresses of a neighbourhood, without a language's prefix. The code may hold spaces and slashes. */
export function urlsOf(forceId: string, code: string, hasOutline: boolean, month?: Month) {
  const path = `${encodeURIComponent(forceId)}/${encodeURIComponent(code)}`
  const twin = `/api/v1/neighbourhoods/${path}`
  const onMap = new URLSearchParams(
    hasOutline ? { neighbourhood: `${forceId}/${code}`, ...(month ? { month } : {}) } : { force: forceId },
  )
  return {
    page: `/neighbourhoods/${path}`,
    force: `/forces/${encodeURIComponent(forceId)}`,
    map: `/map?${onMap}`,
    json: twin,
    series: `${twin}/series`,
    seriesCsv: `${twin}/series.csv`,
    priorities: `${twin}/priorities`,
    events: `${twin}/events`,
    feed: feedPath({ code, force: { id: forceId } }),
  }
}

interface PlaceRows {
  force: { id: string; name: string; url: string | null; telephone: string | null; invented: boolean }
  neighbourhood: {
    code: string
    name: string
    nameWelsh: string | null
    description: string | null
    forceUrl: string | null
    contactDetails: Record<string, string>
    residents: number | null
  }
  team: { name: string; rank: string | null; biography: string | null; contact_details: Record<string, string> }[]
  stations: {
    name: string
    kind: string
    address: string | null
    postcode: string | null
    telephone: string | null
    description: string | null
    opening_hours: string | null
  }[]
  links: { url: string; title: string; description: string | null }[]
  outline: Outline | null
  residentsSources: string[]
  /** Months that the force published. */
  published: readonly Month[]
  dataVersion: string
}

/** The facts of a place, as its JSON twin gives them and its page shows them: no markup, only safe addresses. */
export function placeBody(rows: PlaceRows): NeighbourhoodBody {
  const { force, neighbourhood, outline } = rows
  return {
    force: {
      id: force.id,
      name: force.name,
      url: force.url && webAddress(force.url),
      telephone: plainLine(force.telephone),
    },
    id: neighbourhood.code,
    name: neighbourhood.name,
    nameWelsh: neighbourhood.nameWelsh,
    invented: force.invented,
    url: neighbourhood.forceUrl && webAddress(neighbourhood.forceUrl),
    description: plainParagraphs(neighbourhood.description),
    contacts: contactsOf(neighbourhood.contactDetails),
    team: rows.team.map((member) => ({
      name: plainLine(member.name) ?? member.name,
      rank: plainLine(member.rank),
      biography: plainParagraphs(member.biography),
      contacts: contactsOf(member.contact_details),
    })),
    stations: rows.stations.map((station) => ({
      name: plainLine(station.name) ?? station.name,
      kind: station.kind,
      address: plainParagraphs(station.address),
      postcode: station.postcode,
      telephone: contactOf('telephone', station.telephone) ?? null,
      openingHours: plainLine(station.opening_hours),
      description: plainParagraphs(station.description),
    })),
    links: rows.links.flatMap((link) => {
      const url = webAddress(link.url)
      return url ? [{ url, title: plainLine(link.title) ?? url, description: plainParagraphs(link.description) }] : []
    }),
    outline,
    residents: residentsOf(neighbourhood.residents, rows.residentsSources),
    published: publishedAddresses(force.id, neighbourhood.code),
    figures: outline && figuresSummary(force.id, neighbourhood.code, rows.published),
    dataVersion: rows.dataVersion,
  }
}

export function residentsOf(count: number | null, sources: string[]): Residents | null {
  return count === null ? null : { count, sources }
}

function publishedAddresses(forceId: string, code: string): NeighbourhoodBody['published'] {
  const { priorities, events, feed } = urlsOf(forceId, code, true)
  return { priorities, events, feed }
}

function figuresSummary(forceId: string, code: string, published: readonly Month[]): NeighbourhoodBody['figures'] {
  const months = [...published].sort()
  const [firstMonth, newestMonth] = [months[0], months.at(-1)]
  if (!firstMonth || !newestMonth) return null
  const held = new Set(published)
  const { series, seriesCsv } = urlsOf(forceId, code, true)
  return {
    firstMonth,
    newestMonth,
    missingMonths: monthsBetween(firstMonth, newestMonth).filter((month) => monthStatus(month, held) === 'missing'),
    series,
    seriesCsv,
  }
}

/** Where figures come from, as the twin says it. */
export function figuresSource(invented: boolean): SeriesBody['source'] {
  return invented
    ? { name: 'Made up; the place does not exist', url: null, licence: null }
    : {
        name: 'Street-level crime, data.police.uk',
        url: 'https://data.police.uk/data/',
        licence: 'Open Government Licence v3.0',
      }
}

/** A series as rows of month and category, the count empty where nothing was published (RFC 4180). */
export function seriesCsv(body: SeriesBody): string {
  const place = body.neighbourhood?.id ?? ''
  const row = (entry: SeriesMonth, category: string, count: number | null) => [
    body.force.id,
    place,
    entry.month,
    entry.status,
    category,
    count === null ? '' : String(count),
  ]
  return formatCsv([
    ['force', 'neighbourhood', 'month', 'status', 'category', 'count'],
    ...body.months.flatMap((entry) =>
      entry.status === 'published'
        ? [
            ...Object.entries(entry.counts).map(([category, count]) => row(entry, category, count)),
            row(entry, 'all-crime', entry.total),
          ]
        : [row(entry, 'all-crime', null)],
    ),
  ])
}
