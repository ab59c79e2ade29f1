import { splitFields } from './csvLines.ts'
import { utf8Text } from './text.ts'

/** Bytes that are looked at to tell what a file is. */
export const headBytes = 65_536

/** The beginning of a file, and what it says about the whole. */
export interface Head {
  /** The beginning as text, without a byte-order mark; '' when it is not text. */
  text: string
  /** Fields of the first line; [] when it is no line of CSV. */
  fields: string[]
  /** What the file is when it is nothing that could ever be loaded: "a PNG picture". */
  foreign: string | undefined
  /** Whether it begins as a zip does; an Office document does too, and is told apart by what it holds. */
  isZip: boolean
}

const signatures: [string, string][] = [
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['%PDF', 'a PDF document'],
  ['\x1f\x8b', 'a gzip file: unpack it first'],
  ['7z\xbc\xaf', 'a 7-Zip archive: unpack it first'],
  ['Rar!', 'a RAR archive: unpack it first'],
  ['\xd0\xcf\x11\xe0', 'an old Office document: save the sheet as CSV'],
  ['\xff\xfe', 'UTF-16 text: save it as UTF-8'],
  ['\xfe\xff', 'UTF-16 text: save it as UTF-8'],
  ['SQLite format 3', 'an SQLite database'],
]

/** Looks at the beginning of a file (up to `headBytes`). */
export function lookAtHead(bytes: Buffer): Head {
  const raw = bytes.toString('latin1', 0, headBytes)
  const foreign = foreignKind(raw)
  const text = foreign === undefined ? headText(raw) : ''
  const firstLine = text.split(/\r?\n/, 1)[0] ?? ''
  const fields = splitFields(firstLine)
  return {
    text,
    fields: typeof fields === 'string' ? [] : fields.map((field) => field.trim()),
    foreign,
    isZip: raw.startsWith('PK\x03\x04') || raw.startsWith('PK\x05\x06'),
  }
}

function foreignKind(raw: string): string | undefined {
  if (raw === '') return 'empty'
  const found = signatures.find(([signature]) => raw.startsWith(signature))
  if (found) return found[1]
  const start = raw
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .slice(0, 200)
    .toLowerCase()
  if (start === '') return 'empty'
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'a web page'
  if (looksLikeUtf16(raw)) return 'UTF-16 text: save it as UTF-8'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const control = raw.slice(0, 512).match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)
  return control && control.length > 4 ? 'not text' : undefined
}

/** Every other byte a NUL: UTF-16 without its mark. */
function looksLikeUtf16(raw: string): boolean {
  const start = raw.slice(0, 200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
  return start.length >= 8 && (/^(?:[^\x00]\x00)+[^\x00]?$/.test(start) || /^(?:\x00[^\x00])+\x00?$/.test(start))
}

function headText(raw: string): string {
  const text = utf8Text(raw) ?? utf8Text(raw.slice(0, raw.lastIndexOf('\n') + 1)) ?? raw
  return text.replace(/^(?:\ufeff|\xef\xbb\xbf)/, '')
}
