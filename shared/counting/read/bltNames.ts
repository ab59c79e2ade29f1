import type { FaultList } from './faultList.ts'
import { readQuoted } from './separated.ts'

export interface BltNames {
  candidates: { id: string; name: string; line: number }[]
  title: string | null
}

interface NameLine {
  line: number
  texts: string[]
  quoted: boolean
}

/**
 * Reads what follows the ballots of a `.blt` file: the names, one a line, then the title. A name and a party may be two texts
 * on a line: then the name alone is the id. The title need not be quoted, as in the files of Scottish councils. All names may
 * stand on one line, as in 1987 when line ends meant nothing. Where texts could be name and party as well as two names, or the
 * lines do not come out even, another candidate could win by a guess: that is a fault.
 *
 * @param lines the rest of the line with the lone nought first
 * @param first the number of that line
 */
export function readBltNames(
  lines: readonly string[],
  first: number,
  candidates: number,
  faults: FaultList,
  remarks: FaultList,
): BltNames | null {
  const read: NameLine[] = []
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]!.trim()
    if (text === '' || text.startsWith('#')) continue
    const line = readNameLine(text, first + at, faults)
    if (line) read.push(line)
  }
  if (faults.any) return null
  const rows = nameRows(read, candidates, faults)
  if (!rows) return null
  const names = rows.slice(0, candidates)
  // An unquoted line behind quoted names is the title, and a name is missing, unless a title follows that is quoted, or it is
  // one word with the title behind it.
  const last = names.at(-1)
  const following = rows[candidates]
  const isName = following && (following.quoted || !/\s/.test(last?.texts[0] ?? ''))
  const titleAmongNames = names.length > 1 && names[0]!.quoted && !last!.quoted && !isName
  if (rows.length < candidates || (titleAmongNames && !following)) {
    faults.add(null, 'bltNames', { expected: candidates, found: titleAmongNames ? candidates - 1 : rows.length })
    return null
  }
  if (titleAmongNames) {
    faults.add(last!.line, 'bltNameOrTitle', { value: last!.texts.join(' ') })
    return null
  }
  for (const { line, texts, quoted } of names) {
    if (!quoted && /^[-\d\s=()]+$/.test(texts[0] ?? '')) faults.add(line, 'bltBallotAfterEnd')
    if (texts.length > 2) faults.add(line, 'bltNameTexts', { found: texts.length })
    if (texts[0] === '') faults.add(line, 'emptyName')
  }
  const title = rows[candidates]
  if (!title) remarks.add(null, 'bltNoTitle')
  const more = rows[candidates + 1]
  if (more) remarks.add(more.line, 'bltAfterTitle', { value: more.texts.join(' ') })
  return {
    candidates: names.map(({ line, texts: [name = '', party] }) => ({
      id: name,
      name: party ? `${name} (${party})` : name,
      line,
    })),
    title: title?.texts.join(' ').trim() || null,
  }
}

/** The names one a row, then the title; null after a fault. */
function nameRows(read: readonly NameLine[], candidates: number, faults: FaultList): readonly NameLine[] | null {
  const several = read.slice(0, candidates).filter(({ texts }) => texts.length > 1)
  const [first] = several
  if (!first) return read
  const all = read.reduce((sum, { texts }) => sum + texts.length, 0)
  const canBeNames = all === candidates || all === candidates + 1
  const canHaveParties =
    read.length > candidates || (read.length === candidates && read.every(({ texts }) => texts.length === 2))
  if (canHaveParties && !canBeNames) return read
  const isOneLine = read.length < candidates && canBeNames && read[0]!.texts.length >= candidates
  if (isOneLine)
    return read.flatMap(({ line, texts, quoted }) => texts.map((text) => ({ line, texts: [text], quoted })))
  faults.add(first.line, 'bltNamesUneven', { found: first.texts.length, expected: candidates })
  return null
}

function readNameLine(text: string, line: number, faults: FaultList): NameLine | null {
  if (text.startsWith('[') || text.startsWith('=')) {
    faults.add(line, 'bltExtension', { value: text })
    return null
  }
  if (/^[\d(][-\d\s=()]*\s0$/.test(text)) {
    faults.add(line, 'bltBallotAfterEnd')
    return null
  }
  if (!text.startsWith('"')) return { line, texts: [text], quoted: false }
  const texts: string[] = []
  let at = 0
  while (at < text.length) {
    if (text[at] === '#') break
    if (text[at] !== '"') {
      faults.add(line, 'bltNameQuotes', { value: text })
      return null
    }
    const quoted = readQuoted(text, at)
    if (!quoted || (quoted.end < text.length && !/\s/.test(text[quoted.end]!))) {
      faults.add(line, 'bltNameQuotes', { value: text })
      return null
    }
    texts.push(quoted.value.trim())
    at = quoted.end
    while (at < text.length && /\s/.test(text[at]!)) at++
  }
  return { line, texts, quoted: true }
}
