import type { PlaceGroup, SearchView } from '../../client/pages/SearchPage.tsx'
import type { PlaceLine } from '../../client/ui/PlaceList.tsx'
import type { Language, Translate } from '../../shared/i18n/texts.ts'
import { foldName } from '../../shared/search/foldName.ts'
import type { Finding } from './find.ts'
import type { NamedPlace } from './nameQueries.ts'
import type { ListedNeighbourhood, NearNeighbourhood } from './queries.ts'
import { forcePath, mapPath, neighbourhoodPath, pathOf, wholeMiles } from './rules.ts'

/** What a reader's language decides. */
export interface Reader {
  t: Translate
  language: Language
}

/** What the search page shows for a finding that does not lead straight to one page. */
export function searchView(
  reader: Reader,
  finding: Exclude<Finding, { kind: 'go' }>,
  postcodesLoaded: string | undefined,
): SearchView {
  switch (finding.kind) {
    case 'empty':
    case 'nothing':
      return finding
    case 'postcodeOutside':
      return {
        kind: 'postcodeOutside',
        nearest: finding.around.nearest.map((near) => nearLine(reader, near)),
        withoutOutline: finding.around.withoutOutline.map((one) => neighbourhoodLine(reader, one)),
        forceName: finding.around.nearest[0]?.forceName ?? '',
        mapPath: mapPath(finding.longitude, finding.latitude, 14),
      }
    case 'postcodeUnknown':
      return {
        kind: 'postcodeUnknown',
        outward: finding.outward,
        near: finding.spread.neighbourhoods.map((one) => neighbourhoodLine(reader, one)),
        allOutside: finding.spread.held > 0 && finding.spread.neighbourhoods.length === 0,
        loaded: postcodesLoaded,
      }
    case 'beginning': {
      const { held, neighbourhoods } = finding.spread
      return {
        kind: 'beginning',
        text: finding.text,
        places: neighbourhoods.map((one) => neighbourhoodLine(reader, one)),
        someOutside: neighbourhoods.reduce((sum, one) => sum + one.postcodes, 0) < held,
      }
    }
    case 'names':
      return { kind: 'names', groups: groups(reader, finding.places), more: finding.more, alike: finding.alike }
    default:
      return finding satisfies never
  }
}

/** The heading of the search page, which names what was looked for. */
export function searchHeading({ t }: Reader, finding: Exclude<Finding, { kind: 'go' }>, text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text
  switch (finding.kind) {
    case 'postcodeOutside':
    case 'postcodeUnknown':
      return t(`search:title_${finding.kind}`, { postcode: finding.postcode })
    case 'beginning':
      return t('search:title_beginning', { text: finding.text })
    case 'names':
      return t(finding.alike ? 'search:title_alike' : 'search:title_names', { text: short })
    default:
      return t(`search:title_${finding.kind}`, { text: short })
  }
}

/** The finding names invented places and no other. */
export function isInvented(finding: Finding): boolean {
  const places = 'places' in finding ? finding.places : []
  const spread = 'spread' in finding ? finding.spread.neighbourhoods : []
  const around = 'around' in finding ? finding.around.nearest : []
  const named = [...places, ...spread, ...around]
  return named.length > 0 && named.every((one) => one.invented === true)
}

/** A neighbourhood in a list, with its force. */
export function neighbourhoodLine(reader: Reader, neighbourhood: ListedNeighbourhood): PlaceLine {
  return {
    name: localName(reader, neighbourhood.name, neighbourhood.nameWelsh),
    path: neighbourhoodPath(neighbourhood.forceId, neighbourhood.code),
    detail: neighbourhood.forceName,
  }
}

/** A neighbourhood in a list, with how far it is. */
export function nearLine(reader: Reader, near: NearNeighbourhood): PlaceLine {
  const line = neighbourhoodLine(reader, near)
  const miles = wholeMiles(near.distanceMetres)
  const distance = miles === undefined ? reader.t('search:underMile') : reader.t('search:miles', { count: miles })
  return { ...line, detail: `${line.detail}, ${distance}` }
}

/** A named place in a list, with what tells it from others of its name. */
export function placeLine(reader: Reader, place: NamedPlace): PlaceLine {
  const name =
    place.kind === 'neighbourhood' && place.neighbourhoodName
      ? localName(reader, place.neighbourhoodName, place.neighbourhoodNameWelsh)
      : place.name
  return {
    name,
    path: pathOf(place) ?? (place.forceId ? forcePath(place.forceId) : '/map'),
    detail: detailOf(reader, place),
  }
}

function detailOf(reader: Reader, place: NamedPlace): string {
  const neighbourhood =
    place.kind !== 'neighbourhood' && place.neighbourhoodName
      ? localName(reader, place.neighbourhoodName, place.neighbourhoodNameWelsh)
      : ''
  const parts = [
    place.detail,
    holds(place.detail, neighbourhood) ? '' : reader.t('search:inNeighbourhood', { neighbourhood }),
    holds(place.detail, place.forceName ?? '') ? '' : (place.forceName ?? ''),
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function holds(text: string, part: string): boolean {
  return part === '' || foldName(text).includes(foldName(part))
}

/** Places by kind; the kind of the best match comes first. */
function groups(reader: Reader, places: readonly NamedPlace[]): PlaceGroup[] {
  const kinds = [...new Set(places.map((place) => place.kind))]
  return kinds.map((kind) => ({
    kind,
    places: places.filter((place) => place.kind === kind).map((place) => placeLine(reader, place)),
  }))
}

/** A name in the reader's language where it has one. */
export function localName({ language }: Reader, name: string, welsh: string | null): string {
  return language === 'cy' && welsh ? welsh : name
}
