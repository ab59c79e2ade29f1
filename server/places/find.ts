import type { Kysely } from 'kysely'
import { formatPostcode, type PostcodeReading } from '../../shared/places/postcode.ts'
import type { Tables } from '../database/tables.ts'
import { type NamedPlace, placesNamed } from './nameQueries.ts'
import {
  anyPostcodeIsHeld,
  type HeldPostcode,
  heldPostcode,
  type ListedNeighbourhood,
  type NearNeighbourhood,
  nearestNeighbourhoods,
  type PostcodeSpread,
  postcodeSpread,
  withoutOutline,
} from './queries.ts'
import { compactPostcode, neighbourhoodPath, onlyPath, patternOf, readSearch, type Search } from './rules.ts'

type Published = Kysely<Tables>

/** What was found for a text: one page to go to, or what the search page tells. */
export type Finding =
  | { kind: 'empty' }
  | { kind: 'go'; path: string }
  | { kind: 'postcodeOutside'; postcode: string; longitude: number; latitude: number; around: Around }
  | { kind: 'postcodeUnknown'; postcode: string; outward: string; spread: PostcodeSpread }
  | { kind: 'beginning'; text: string; spread: PostcodeSpread }
  | { kind: 'names'; places: NamedPlace[]; more: boolean; alike: boolean }
  /** `beginning` is what may begin postcodes of which none is held; `anyPostcodes` whether any at all are. */
  | { kind: 'nothing'; beginning: string | undefined; anyPostcodes: boolean }

/** What is near a position outside every outline. */
export interface Around {
  nearest: NearNeighbourhood[]
  /** Neighbourhoods of the nearest force that have no outline: the position may lie in one of them. */
  withoutOutline: ListedNeighbourhood[]
}

const mostNames = 60
const nearestShown = 5
/** Farther than this, about 30 miles, nothing is near. */
const nearMetres = 50_000

/** Finds what a person typed; never throws for any text. */
export async function findPlace(published: Published, text: string): Promise<Finding> {
  const search = readSearch(text)
  if (search.kind === 'empty') return search
  if (search.kind === 'postcode') return findPostcode(published, search)
  if (search.kind === 'beginning') {
    const spread = await beginningSpread(published, search.readings)
    const only = spread.neighbourhoods.length === 1 ? spread.neighbourhoods[0] : undefined
    if (only && only.postcodes === spread.held) return { kind: 'go', path: neighbourhoodPath(only.forceId, only.code) }
    if (spread.held > 0) return { kind: 'beginning', text: beginningText(search.readings[0]), spread }
  }
  const found = (await findName(published, search.folded)) ?? (await findPostcodeArea(published, text))
  if (found) return found
  const beginning = search.kind === 'beginning' ? beginningText(search.readings[0]) : undefined
  return { kind: 'nothing', beginning, anyPostcodes: await anyPostcodeIsHeld(published) }
}

/** One or two letters that begin no name may begin postcodes: LE. */
async function findPostcodeArea(published: Published, text: string): Promise<Finding | undefined> {
  const letters = text.trim().toUpperCase()
  if (!/^[A-Z]{1,2}$/.test(letters)) return undefined
  const spread = await postcodeSpread(published, [`${letters}%`])
  return spread.held > 0 ? { kind: 'beginning', text: letters, spread } : undefined
}

async function findPostcode(published: Published, search: Extract<Search, { kind: 'postcode' }>): Promise<Finding> {
  const held = await heldPostcode(published, search.readings.map(compactPostcode))
  if (held?.neighbourhood) {
    return { kind: 'go', path: neighbourhoodPath(held.neighbourhood.forceId, held.neighbourhood.code) }
  }
  if (held) return outsideEveryOutline(published, held)
  // "A1 Road" has the form of a postcode when its O is a nought.
  const named = await findName(published, search.folded)
  if (named && !(named.kind === 'names' && named.alike)) return named
  const reading = search.readings[0] as PostcodeReading
  const spread = await postcodeSpread(published, [patternOf({ outward: reading.outward, inward: '' })])
  return {
    kind: 'postcodeUnknown',
    postcode: formatPostcode(compactPostcode(reading)),
    outward: reading.outward,
    spread,
  }
}

async function outsideEveryOutline(published: Published, held: HeldPostcode): Promise<Finding> {
  const { longitude, latitude } = held
  return {
    kind: 'postcodeOutside',
    postcode: formatPostcode(held.postcode),
    longitude,
    latitude,
    around: await aroundPosition(published, longitude, latitude),
  }
}

/** The nearest neighbourhoods of a position outside every outline, and those that have no outline. */
export async function aroundPosition(published: Published, longitude: number, latitude: number): Promise<Around> {
  const closest = await nearestNeighbourhoods(published, longitude, latitude, nearestShown)
  const nearest = closest.filter((near) => near.distanceMetres <= nearMetres)
  const force = nearest[0]?.forceId
  return { nearest, withoutOutline: force === undefined ? [] : await withoutOutline(published, force) }
}

/** EC1 is no outward part by itself but begins EC1A and EC1V: what begins so counts when nothing else is there. */
async function beginningSpread(published: Published, readings: PostcodeReading[]): Promise<PostcodeSpread> {
  const whole = await postcodeSpread(published, readings.map(patternOf))
  return whole.held > 0
    ? whole
    : postcodeSpread(
        published,
        readings.map((reading) => `${compactPostcode(reading)}%`),
      )
}

function beginningText(reading: PostcodeReading | undefined): string {
  return reading ? `${reading.outward} ${reading.inward}`.trim() : ''
}

async function findName(published: Published, folded: string): Promise<Finding | undefined> {
  const places = await placesNamed(published, folded, mostNames + 1)
  if (places.length === 0) return undefined
  const alike = places.every((place) => place.match === 'like')
  const path = alike ? undefined : onlyPath(places)
  if (path !== undefined) return { kind: 'go', path }
  return { kind: 'names', places: places.slice(0, mostNames), more: places.length > mostNames, alike }
}
