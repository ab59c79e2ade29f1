const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
// biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is what is looked for
const beyondAscii = /[\x00\x80-\xff]/

/**
 * Bytes held one a character (latin1) as the UTF-8 text they are.
 * @returns undefined when they are not UTF-8, or hold a NUL, which no text column takes
 */
export function utf8Text(bytesAsLatin1: string): string | undefined {
  if (!beyondAscii.test(bytesAsLatin1)) return bytesAsLatin1
  if (bytesAsLatin1.includes('\0')) return undefined
  try {
    return decoder.decode(Buffer.from(bytesAsLatin1, 'latin1'))
  } catch {
    return undefined
  }
}

/** Bytes held one a character as something a text column takes: UTF-8 where they are that, else latin1; a NUL shows as ␀. */
export function keepableText(bytesAsLatin1: string): string {
  const withoutNul = bytesAsLatin1.replaceAll('\0', '')
  return bytesAsLatin1.includes('\0')
    ? (utf8Text(withoutNul) ?? withoutNul).concat(' ␀')
    : (utf8Text(bytesAsLatin1) ?? bytesAsLatin1)
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Text with the HTML entities that police.uk leaves in names made plain: `&amp;`, `&#39;`. */
export function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole
    const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
