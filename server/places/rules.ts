import { type PostcodeReading, readPostcode, type TypedPostcode } from '../../shared/places/postcode.ts'
import { foldName } from '../../shared/search/foldName.ts'

/** What a person typed into the search box, read once. `folded` is the same text as a name. */
export type Search =
  | { kind: 'empty' }
  | { kind: 'postcode'; folded: string; readings: PostcodeReading[] }
  | { kind: 'beginning'; folded: string; readings: PostcodeReading[] }
  | { kind: 'name'; folded: string }

/** Longest name that is looked for: no name is longer, and a pasted page is cut to its first words. */
const longestName = 60
/** Longest text in which a postcode is looked for: seven characters with spaces between them and around them. */
const longestPostcode = 20

/** Says what was typed: a whole postcode, the beginning of one, a name, or nothing that can be looked for. */
export function readSearch(text: string): Search {
  const folded = streetName(foldName(text).slice(0, longestName).trim())
  const typed = (text.length <= longestPostcode ? readPostcode(text) : undefined) ?? postcodeAtTheEnd(text)
  if (typed) return { kind: typed.whole ? 'postcode' : 'beginning', folded, readings: typed.readings }
  return folded === '' ? { kind: 'empty' } : { kind: 'name', folded }
}

/** The whole postcode with which an address ends, written as it should be: "12 High Street, Oakham LE15 6AL". */
function postcodeAtTheEnd(text: string): TypedPostcode | undefined {
  const words = text.toUpperCase().split(/[\s,]+/)
  for (const length of [2, 1]) {
    const end = words.slice(-length).join('')
    const typed = words.length > length ? readPostcode(end) : undefined
    if (typed?.whole && typed.readings.some((reading) => compactPostcode(reading) === end)) return typed
  }
  return undefined
}

/** Short forms of a street's last word, as people write them. */
const streetWords: Record<string, string> = {
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  ln: 'lane',
  cl: 'close',
  dr: 'drive',
  cres: 'crescent',
  ct: 'court',
  gdns: 'gardens',
  pl: 'place',
  sq: 'square',
  terr: 'terrace',
}

/** A folded name without the number of a house, and with its last word written out: "12 church rd" is "church road". */
function streetName(folded: string): string {
  return folded.replace(/^\d+[a-z]? (?=\p{L})/u, '').replace(/(?<= )\p{L}+$/u, (word) => streetWords[word] ?? word)
}

/** A reading without its space, as the database holds postcodes. */
export function compactPostcode({ outward, inward }: PostcodeReading): string {
  return outward + inward
}

/** SQL LIKE pattern of the postcodes that begin so: LE1 gives LE1___, which does not hold LE11 1AA. */
export function patternOf({ outward, inward }: PostcodeReading): string {
  return (outward + inward).padEnd(outward.length + 3, '_')
}

/** Where a search result leads: to the neighbourhood's page, to the place on the map, or to the force's page. */
export interface Destination {
  forceId: string | null
  neighbourhoodCode: string | null
  longitude: number | null
  latitude: number | null
}

/** The path of a result's page, without the language's prefix; undefined when there is none. */
export function pathOf(destination: Destination): string | undefined {
  const { forceId, neighbourhoodCode, longitude, latitude } = destination
  if (forceId && neighbourhoodCode) return neighbourhoodPath(forceId, neighbourhoodCode)
  if (longitude !== null && latitude !== null) return mapPath(longitude, latitude, 15)
  return forceId ? forcePath(forceId) : undefined
}

/** The one page to which all of some results lead; undefined when they lead to several, or one of them nowhere. */
export function onlyPath(destinations: readonly Destination[]): string | undefined {
  const paths = new Set(destinations.map(pathOf))
  return paths.size === 1 ? [...paths][0] : undefined
}

/** Path of a neighbourhood's page. Codes may hold spaces and slashes. */
export function neighbourhoodPath(forceId: string, code: string): string {
  return `/neighbourhoods/${encodeURIComponent(forceId)}/${encodeURIComponent(code)}`
}

/** Path of a force's page. */
export function forcePath(forceId: string): string {
  return `/forces/${encodeURIComponent(forceId)}`
}

/** Path of the map with a place in its middle, degrees to five decimals (about a metre). */
export function mapPath(longitude: number, latitude: number, zoom: number): string {
  return `/map?lat=${trimmed(latitude)}&lon=${trimmed(longitude)}&zoom=${zoom}`
}

function trimmed(degrees: number): string {
  return String(Number(degrees.toFixed(5)))
}

/** Whole miles of a distance, at least one; undefined for less than a mile. 1 mile is 1,609.344 m. */
export function wholeMiles(distanceMetres: number): number | undefined {
  const miles = distanceMetres / 1609.344
  return miles < 1 ? undefined : Math.round(miles)
}
