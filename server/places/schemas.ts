import { z } from 'zod'
import { languages } from '../../shared/i18n/texts.ts'
import { AppError } from '../errors.ts'

/** Longest text that is read from the search box; what follows is not looked at. */
const longestTyped = 500

/** `?q=`: any text at all. Control characters, which no database takes, are spaces. */
const searchText = z
  .string()
  .default('')
  .transform((text) =>
    text
      .slice(0, longestTyped)
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
      .trim(),
  )

/** The text that an address searches for. @throws BAD_PARAMETER where it names several, as none of them counts more than the others */
export function askedText(query: Record<string, unknown>): string {
  const text = searchText.safeParse(query['q'])
  if (!text.success) throw new AppError('BAD_PARAMETER', { parameter: 'q' })
  return text.data
}

const degrees = (limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/)
    .transform((text) => Math.round(Number(text) * 1e4) / 1e4)
    .pipe(z.number().min(-limit).max(limit))

/** A position in degrees (EPSG:4326), kept to four decimals: about ten metres. */
export const position = z.object({ lat: degrees(90), lon: degrees(180) })

/** `?language=`: that of the page the suggestions are for. */
export const suggestionLanguage = z.enum(languages).catch('en')
