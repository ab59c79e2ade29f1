import { formatPostcode, readPostcode } from '../../shared/places/postcode.ts'
import { compactPostcode } from '../places/rules.ts'
import type { Location } from './queries.ts'

/** A meeting this far from its neighbourhood's outline, in metres, is likelier a slip of the hand than a hall. */
const farMetres = 10_000

/** A postcode as it is written, from what somebody typed; undefined for what is no whole one. */
export function wholePostcode(text: string): string | undefined {
  const reading = readPostcode(text)
  const first = reading?.whole ? reading.readings[0] : undefined
  return first && formatPostcode(compactPostcode(first))
}

/** An address as it is kept, with its postcode at the end. */
export function addressWith(address: string, postcode: string): string {
  return [addressParts(address).address, postcode || addressParts(address).postcode].filter(Boolean).join(', ')
}

/** The postcode that ends an address, and what stands before it. */
export function addressParts(text: string): { address: string; postcode: string } {
  const [, before = '', last = ''] = /^(.*?)[,\s]*\b([A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2})$/.exec(text) ?? []
  const postcode = last && wholePostcode(last)
  return postcode ? { address: before, postcode } : { address: text, postcode: '' }
}

/**
 * What to ask about a place before people go there, in a sentence; undefined when nothing is odd.
 * @param metres from the neighbourhood's outline; null where there is none
 */
export function doubtAbout(
  { location, isSomewhere }: { location: Location | null; isSomewhere: boolean },
  metres: number | null,
  isOnMap: boolean,
): string | undefined {
  if (!location)
    return isSomewhere
      ? 'There is no map: the postcode is missing or not held here. You can enter longitude and latitude by hand.'
      : undefined
  if (metres !== null && metres > farMetres)
    return `The place is ${Math.round(metres / 1000).toLocaleString('en-GB')} km outside your neighbourhood. Is that right?`
  return isOnMap ? undefined : 'The place is outside the small map of your neighbourhood.'
}
