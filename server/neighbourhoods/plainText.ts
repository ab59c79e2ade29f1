/**
 * The words of a text that may hold HTML, as forces write descriptions: tags dropped, entities decoded, a paragraph an
 * entry. The result is text, not markup: it is escaped again wherever it is shown.
 */
export function plainParagraphs(source: string | null): string[] {
  if (!source) return []
  return decodeEntities(
    source
      .replace(/<!--[\s\S]*?(-->|$)/g, ' ')
      .replace(/<(script|style|template|iframe)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
      .replace(/<(\/?(p|div|ul|ol|li|h[1-6]|tr|blockquote)|br)\b[^>]*>/gi, '\n')
      .replace(/<\/?[a-z][^>]*(>|$)/gi, ''),
  )
    .split(/\s*\n\s*/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
}

/** As `plainParagraphs`, in one line; null when nothing is left. */
export function plainLine(source: string | null): string | null {
  return plainParagraphs(source).join(' ') || null
}

/** The named entities that descriptions use; numbers cover the rest. Welsh circumflexes are among them. */
const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
  copy: '©',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  eacute: 'é',
  acirc: 'â',
  ecirc: 'ê',
  icirc: 'î',
  ocirc: 'ô',
  ucirc: 'û',
  wcirc: 'ŵ',
  ycirc: 'ŷ',
  Acirc: 'Â',
  Ecirc: 'Ê',
  Icirc: 'Î',
  Ocirc: 'Ô',
  Ucirc: 'Û',
  Wcirc: 'Ŵ',
  Ycirc: 'Ŷ',
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return named[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16)
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole
  })
}

/** A line as it is where it reads so, else with its markup written as entities. */
export function lineMarkup(text: string): string {
  return (plainLine(text) ?? '') === text.replace(/\s+/g, ' ').trim() ? text : escaped(text)
}

/** A text with what could be taken for markup written as entities. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
