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

function widthOf(text: string): number {
  return [...text].length
}

function endPadded(text: string, width: number): string {
  return text + ' '.repeat(width - widthOf(text))
}

function startPadded(text: string, width: number): string {
  return ' '.repeat(width - widthOf(text)) + text
}
