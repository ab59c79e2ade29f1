import { z } from 'zod'
import { languages } from '../../shared/i18n/texts.ts'

/** Longest text that is read from the search box; what follows is not looked at. */
const longestTyped = 500

/** `?q=`: any text at all. Control characters, which no database takes, are spaces; of several the first counts. */
export const searchText = z
  .union([z.string(), z.array(z.string()).transform((several) => several[0] ?? '')])
  .default('')
  .catch('')
  .transform((text) =>
    text
      .slice(0, longestTyped)
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
      .trim(),
  )

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
