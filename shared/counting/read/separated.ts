import type { FaultList } from './faultList.ts'

export interface Separated {
  separator: ',' | ';'
  /** Whether spaces around values mean nothing, as in Pabulib files; RFC 4180 keeps them. */
  trim: boolean
}

/**
 * Gives every row of separated values with the line on which it begins; empty lines are no rows. Quotes as in RFC 4180: a
 * quoted value may hold separators and line ends, and a quote in it is doubled. A quote inside a value that does not begin
 * with one is a letter like any other. It is our own and not csv-parse, whose build for browsers brings 120 kB of script
 * with an imitation of Node's buffers, and which gives up at the first wrong quote instead of naming each by its line.
 */
export function readRows(
  text: string,
  { separator, trim }: Separated,
  row: (cells: string[], line: number) => void,
  faults: FaultList,
): void {
  const separatorCode = separator.charCodeAt(0)
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let at = 0
  let spoilt = false

  const endRow = () => {
    if (!spoilt && !(cells.length === 1 && cells[0] === '')) row(cells, rowLine)
    cells = []
    spoilt = false
  }
  while (at <= text.length) {
    let start = at
    if (trim) while (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9) start++
    if (text.charCodeAt(start) === 34) {
      const quoted = readQuoted(text, start)
      if (!quoted) {
        faults.add(line, 'quoteNotClosed')
        return
      }
      cells.push(trim ? quoted.value.trim() : quoted.value)
      line += lineEndsIn(text, start, quoted.end)
      at = quoted.end
      if (trim) while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++
      const next = text.charCodeAt(at)
      if (at < text.length && next !== separatorCode && next !== 10 && next !== 13) {
        faults.add(line, 'textAfterQuote')
        spoilt = true
        while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++
      }
    } else {
      while (at < text.length) {
        const code = text.charCodeAt(at)
        if (code === separatorCode || code === 10 || code === 13) break
        at++
      }
      const value = text.slice(start, Math.max(start, at))
      cells.push(trim ? value.trim() : value)
    }
    if (at >= text.length) {
      endRow()
      return
    }
    if (text.charCodeAt(at) !== separatorCode) {
      endRow()
      if (text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10) at++
      line++
      rowLine = line
    }
    at++
  }
}

/** The value between a quote and the one that ends it, and where what follows begins; null where none ends it. */
export function readQuoted(text: string, quote: number): { value: string; end: number } | null {
  const pieces: string[] = []
  let from = quote + 1
  for (;;) {
    const next = text.indexOf('"', from)
    if (next < 0) return null
    if (text.charCodeAt(next + 1) !== 34) {
      const last = text.slice(from, next)
      return { value: pieces.length === 0 ? last : pieces.join('') + last, end: next + 1 }
    }
    pieces.push(text.slice(from, next + 1))
    from = next + 2
  }
}

function lineEndsIn(text: string, from: number, to: number): number {
  let ends = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 && text.charCodeAt(at - 1) !== 13) ends++
    else if (code === 13) ends++
  }
  return ends
}
