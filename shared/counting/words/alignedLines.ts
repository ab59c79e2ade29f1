import type { CountTable } from './tables.ts'

const widestLine = 100
const between = '  '

/**
 * A table as lines of plain text in aligned columns; names stand at the left, figures at the right of their column. Where it
 * would be wider than a hundred characters, the columns that do not fit follow below with the rows' heads again.
 */
export function alignedLines({ columns, rows }: Pick<CountTable, 'columns' | 'rows'>): string[] {
  const heads = [columns[0] ?? '', ...rows.map(({ head }) => head)]
  const headWidth = Math.max(...heads.map(widthOf))
  const bodies = columns.slice(1).map((title, at) => {
    const cells = rows.map(({ cells }) => cells[at])
    const texts = [title, ...cells.map((cell) => cell?.text ?? '')]
    const isWords = cells.some((cell) => cell?.isWord)
    const width = Math.max(...texts.map(widthOf))
    return { width, texts: texts.map((text) => (isWords ? endPadded(text, width) : startPadded(text, width))) }
  })
  const lines: string[] = []
  let at = 0
  do {
    const from = at
    let width = headWidth
    while (at < bodies.length && (at === from || width + between.length + bodies[at]!.width <= widestLine)) {
      width += between.length + bodies[at]!.width
      at++
    }
    if (from > 0) lines.push('')
    heads.forEach((head, row) => {
      const cells = bodies.slice(from, at).map(({ texts }) => texts[row]!)
      lines.push([endPadded(head, headWidth), ...cells].join(between).trimEnd())
    })
  } while (at < bodies.length)
  return lines
}

/** Chinese, Japanese, Korean letters and pictures, which take two columns of a terminal. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u
/** Accents over the letter before, and signs that are not seen. */
const narrow = /\p{Mn}|\p{Me}|\p{Cf}/u

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0
  for (const letter of text) width += letter < '\u0300' ? 1 : narrow.test(letter) ? 0 : wide.test(letter) ? 2 : 1
  return width
}

function endPadded(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text))
}

function startPadded(text: string, width: number): string {
  return ' '.repeat(width - widthOf(text)) + text
}
