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
 * on a line: then the name alone is the id. The title need not be quoted, as in the files of Scottish councils. Where there
 * are fewer lines than candidates, as in 1987 when line ends meant nothing, every quoted text is a name.
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
  const rows = read.length >= candidates ? read : oneTextEach(read)
  const names = rows.slice(0, candidates)
  // An unquoted line behind quoted names is the title, and a name is missing, unless it is one word with the title behind it.
  const last = names.at(-1)
  const oneWord = rows.length > candidates && !/\s/.test(last?.texts[0] ?? '')
  const titleAmongNames = names.length > 1 && names[0]!.quoted && !last!.quoted && !oneWord
  if (rows.length < candidates || titleAmongNames) {
    faults.add(null, 'bltNames', { expected: candidates, found: titleAmongNames ? candidates - 1 : rows.length })
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

function oneTextEach(lines: readonly NameLine[]): NameLine[] {
  return lines.flatMap(({ line, texts, quoted }) => texts.map((text) => ({ line, texts: [text], quoted })))
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
