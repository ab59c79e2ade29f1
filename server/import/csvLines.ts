/** No line of any known file comes near this many bytes; a longer one is no line. */
export const longestLineBytes = 65_536

/** Whole lines of a file, held one byte a character so that nothing is decoded before it must be. */
export interface LineBlock {
  /** Lines, each ended by a line feed. */
  text: string
  /** Number of the first line, from 1. */
  firstLine: number
}

/**
 * Cuts a stream of bytes into blocks of whole lines; a byte-order mark at the beginning is dropped, a missing last line feed added.
 * A line beyond `longestLineBytes` is cut to that many, so that a file without line ends cannot fill the memory.
 */
export async function* lineBlocks(chunks: AsyncIterable<Buffer>): AsyncGenerator<LineBlock> {
  let held = ''
  let firstLine = 1
  let first = true
  for await (const chunk of chunks) {
    let text = held + chunk.toString('latin1')
    if (first && text.startsWith('\xef\xbb\xbf')) text = text.slice(3)
    first = false
    const end = text.lastIndexOf('\n') + 1
    held = text.slice(end, end + longestLineBytes)
    if (end === 0) continue
    const block = text.slice(0, end)
    yield { text: block, firstLine }
    firstLine += countLineFeeds(block)
  }
  if (held !== '') yield { text: `${held}\n`, firstLine }
}

function countLineFeeds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/**
 * The fields of one CSV line without its line end (RFC 4180, but no field may go on to the next line: no known file has that).
 * @returns a sentence in place of fields when the quotation marks make no sense
 */
export function splitFields(line: string): string[] | string {
  if (!line.includes('"')) return line.split(',')
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (line[at] !== '"') {
      const end = line.indexOf(',', at)
      const field = end === -1 ? line.slice(at) : line.slice(at, end)
      if (field.includes('"')) return 'a quotation mark stands inside a field'
      fields.push(field)
      if (end === -1) return fields
      at = end + 1
      continue
    }
    let end = line.indexOf('"', at + 1)
    while (end !== -1 && line[end + 1] === '"') end = line.indexOf('"', end + 2)
    if (end === -1) return 'a quotation mark is not closed on its line'
    fields.push(line.slice(at + 1, end).replaceAll('""', '"'))
    if (end + 1 === line.length) return fields
    if (line[end + 1] !== ',') return 'a quoted field goes on after its quotation mark'
    at = end + 2
  }
}
