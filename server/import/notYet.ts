import type { Head } from './head.ts'

const street = 'month,reported by,falls within,'
const kinds: [(header: string, head: Head) => boolean, string][] = [
  [(header) => header.includes(street) && header.endsWith('outcome type'), 'outcomes are not loaded yet'],
  [(header) => header.startsWith('type,date,part of a policing operation'), 'stop and search is not loaded yet'],
  [
    (header) => header.startsWith('month,force,neighbourhood,all crime'),
    'neighbourhood counts of 2012 are not loaded: the street files of those months hold the same incidents',
  ],
]

/** A sentence's end for a kind of file that is known, but not loaded yet; undefined for any other. */
export function knownButNotLoaded(head: Head): string | undefined {
  const header = head.fields.join(',').toLowerCase()
  return kinds.find(([matches]) => matches(header, head))?.[1]
}
