/** Invented postcodes under ZZ, a prefix that is no post town's, in the columns of the ONS Postcode Directory. */
import type { FieldLsoa } from './field.ts'
import type { IslandPoint } from './points.ts'
import { toNationalGrid } from './projection.ts'
import type { Random } from './random.ts'

export const POSTCODE_HEADER =
  'pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,osnrth1m,osgrdind,ctry,rgn,lsoa11,msoa11,lat,long\r\n'

/** Letters that the second half of a postcode uses: never C, I, K, M, O or V. */
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ'
const TERMINATED_SHARE = 0.02

export interface Postcode {
  readonly text: string
  readonly longitude: number
  readonly latitude: number
  readonly lsoa: string
  readonly ward: string
  readonly terminated: string
  readonly quality: number
}

/** The invented ward that a neighbourhood, counted from 0, takes up. */
export const wardCode = (neighbourhood: number): string => `Z05${String(neighbourhood + 1).padStart(6, '0')}`

/** The n-th postcode of a district: ZZ1 1AA, ZZ1 1AB … ZZ1 2AA … */
export function postcodeText(district: number, number: number): string {
  const sector = 1 + Math.floor(number / LETTERS.length ** 2)
  const unit = number % LETTERS.length ** 2
  const letters = `${LETTERS[Math.floor(unit / LETTERS.length)]}${LETTERS[unit % LETTERS.length]}`
  return `ZZ${district} ${sector % 10}${letters}`
}

/** One postcode for each of a share of the street points, a district a neighbourhood. A few are terminated, a few roughly placed. */
export function makePostcodes(
  points: readonly IslandPoint[],
  lsoas: readonly FieldLsoa[],
  share: number,
  random: Random,
): Postcode[] {
  const issued = new Map<number, number>()
  const postcodes: Postcode[] = []
  for (const point of points) {
    if (point.street === '' || point.name === '' || !random.chance(share)) continue
    const district = point.neighbourhood + 1
    const number = issued.get(district) ?? 0
    issued.set(district, number + 1)
    postcodes.push({
      text: postcodeText(district, number),
      longitude: point.longitude,
      latitude: point.latitude,
      lsoa: lsoas[point.lsoa]?.code ?? '',
      ward: wardCode(point.neighbourhood),
      terminated: random.chance(TERMINATED_SHARE) ? '202403' : '',
      quality: random.chance(0.97) ? 1 : random.integer(2, 6),
    })
  }
  return postcodes
}

/** A row: both padded spellings of the code, the grid in whole metres, and invented area codes. */
export function postcodeRow(postcode: Postcode): string {
  const [outward = '', inward = ''] = postcode.text.split(' ')
  const { easting, northing } = toNationalGrid(postcode)
  const fields = [
    outward.padEnd(4) + inward,
    `${outward.padEnd(4)} ${inward}`,
    postcode.text,
    '201901',
    postcode.terminated,
    'Z99999999',
    'Z99999999',
    'Z07000001',
    postcode.ward,
    'Z04000001',
    '0',
    Math.round(easting),
    String(Math.round(northing)).padStart(7, '0'),
    postcode.quality,
    'Z92000001',
    'Z12000001',
    postcode.lsoa,
    'Z02000001',
    postcode.latitude.toFixed(6),
    postcode.longitude.toFixed(6),
  ]
  return `${fields.join(',')}\r\n`
}
