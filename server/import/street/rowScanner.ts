import { longestLineBytes, splitFields } from '../csvLines.ts'
import type { StreetLayout } from './layout.ts'

/** Where the groups of columns of one line begin and end in its block of text; ends exclude the comma. */
export interface RowGroups {
  start: number
  identifierEnd: number
  periodEnd: number
  placeEnd: number
  areaEnd: number
  end: number
}

/**
 * Finds the groups of columns in the line `text[start..end)`, without looking into them.
 * @param groups written to, so that a million rows make no garbage
 * @param quoted whether the line may hold a quotation mark
 * @returns why the line cannot be cut, or undefined
 */
export function cutRow(
  text: string,
  start: number,
  end: number,
  quoted: boolean,
  layout: StreetLayout,
  groups: RowGroups,
): string | undefined {
  if (end - start >= longestLineBytes) return `the line is longer than ${longestLineBytes} bytes`
  if (quoted && text.slice(start, end).includes('"')) return cutQuotedRow(text, start, end, layout, groups)
  groups.start = start
  groups.end = end
  let comma = layout.identifier === 1 ? text.indexOf(',', start) : start - 1
  groups.identifierEnd = comma
  if (comma !== -1 || layout.identifier === 0) comma = thirdComma(text, comma)
  groups.periodEnd = comma
  if (comma !== -1) comma = thirdComma(text, comma)
  groups.placeEnd = comma
  if (layout.area === 2) {
    if (comma !== -1) comma = text.indexOf(',', comma + 1)
    if (comma !== -1) comma = text.indexOf(',', comma + 1)
  }
  groups.areaEnd = comma
  return comma === -1 || comma >= end ? 'the row has too few fields' : undefined
}

/** The third comma after a position, or -1. */
function thirdComma(text: string, after: number): number {
  const first = text.indexOf(',', after + 1)
  if (first === -1) return -1
  const second = text.indexOf(',', first + 1)
  return second === -1 ? -1 : text.indexOf(',', second + 1)
}

function cutQuotedRow(
  text: string,
  start: number,
  end: number,
  layout: StreetLayout,
  groups: RowGroups,
): string | undefined {
  const fields = splitFields(text.slice(start, end))
  if (typeof fields === 'string') return fields
  if (fields.length !== layout.columns) return 'the row has too many or too few fields'
  const commas = commasOutsideQuotes(text, start, end)
  groups.start = start
  groups.end = end
  groups.identifierEnd = layout.identifier === 1 ? (commas[0] as number) : start - 1
  groups.periodEnd = commas[layout.identifier + 2] as number
  groups.placeEnd = commas[layout.identifier + 5] as number
  groups.areaEnd = commas[layout.identifier + 5 + layout.area] as number
  return undefined
}

function commasOutsideQuotes(text: string, start: number, end: number): number[] {
  const commas: number[] = []
  let inside = false
  for (let at = start; at < end; at++) {
    const character = text[at]
    if (character === '"') inside = !inside
    else if (character === ',' && !inside) commas.push(at)
  }
  return commas
}
