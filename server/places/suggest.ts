import type { Kysely } from 'kysely'
import { localPath } from '../../client/ui/page.ts'
import { formatPostcode } from '../../shared/places/postcode.ts'
import type { Suggestion } from '../../shared/places/suggestion.ts'
import type { Tables } from '../database/tables.ts'
import { placesNamed } from './nameQueries.ts'
import { firstPostcodes } from './queries.ts'
import { compactPostcode, patternOf, readSearch } from './rules.ts'
import { placeLine, type Reader } from './view.ts'

/** Most lines under the search box: more cannot be taken in while typing. */
const mostSuggestions = 8

/**
 * Places that a person may be typing: postcodes that begin so, else names. At most eight, each with what tells it apart.
 * A postcode leads to its search, which goes on to its neighbourhood.
 */
export async function suggestPlaces(published: Kysely<Tables>, reader: Reader, text: string): Promise<Suggestion[]> {
  const search = readSearch(text)
  if (search.kind === 'empty') return []
  if (search.kind !== 'name') {
    const patterns = search.readings.map(search.kind === 'postcode' ? compactPostcode : patternOf)
    const postcodes = await firstPostcodes(published, patterns, mostSuggestions)
    if (postcodes.length > 0) return postcodes.map((postcode) => postcodeSuggestion(reader, postcode))
  }
  const places = await placesNamed(published, search.folded, mostSuggestions)
  return places.map((place) => {
    const line = placeLine(reader, place)
    return { name: line.name, detail: line.detail, href: localPath(reader.language, line.path) }
  })
}

function postcodeSuggestion({ t, language }: Reader, compact: string): Suggestion {
  const name = formatPostcode(compact)
  return {
    name,
    detail: t('search:postcodeSuggestion'),
    href: localPath(language, `/search?q=${encodeURIComponent(name)}`),
  }
}
