import type { FaultList } from './faultList.ts'
import { readRows } from './separated.ts'

export interface Row {
  cells: readonly string[]
  line: number
}

export interface Table {
  name: 'META' | 'PROJECTS' | 'VOTES'
  header: readonly string[]
  headerLine: number
  rows: Row[]
}

export interface Sections {
  meta: ReadonlyMap<string, { value: string; line: number }>
  projects: Table
  votes: Table
}

const names = ['META', 'PROJECTS', 'VOTES'] as const

/** Splits a Pabulib file into its three sections. */
export function readSections(text: string, faults: FaultList): Sections | null {
  const tables = new Map<string, Table>()
  let table: Table | null = null
  let doubled = false
  readRows(
    text,
    { separator: ';', trim: true },
    (cells, line) => {
      if (cells.every((cell) => cell === '')) return
      const name = sectionName(cells)
      if (name) {
        if (tables.has(name)) {
          faults.add(line, 'pabulibSectionTwice', { name })
          doubled = true
          return
        }
        table = { name, header: [], headerLine: line, rows: [] }
        tables.set(name, table)
      } else if (!table) faults.addOnce(line, 'pabulibBeforeMeta')
      else if (table.header.length === 0) {
        table.header = withoutEmptyEnd(cells).map((cell) => cell.toLowerCase())
        table.headerLine = line
      } else table.rows.push({ cells, line })
    },
    faults,
  )
  const [meta, projects, votes] = names.map((name) => tables.get(name))
  for (const name of names) if (!tables.has(name)) faults.add(null, 'pabulibNoSection', { name })
  if (!meta || !projects || !votes || doubled) return null
  return { meta: readMeta(meta, faults), projects, votes }
}

function sectionName(cells: readonly string[]): (typeof names)[number] | undefined {
  if (cells.length > 1 && cells.some((cell, at) => at > 0 && cell !== '')) return undefined
  return names.find((name) => name === cells[0]?.toUpperCase())
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length--
  return cells.slice(0, length)
}

/** What the count is read from; other keys are only for people and may hold anything. */
const readKeys = new Set(['budget', 'vote_type', 'rule', 'max_length', 'default_score', 'min_project_score_threshold'])

function readMeta(table: Table, faults: FaultList): Map<string, { value: string; line: number }> {
  const meta = new Map<string, { value: string; line: number }>()
  if (table.header[0] !== 'key' || table.header[1] !== 'value') faults.add(table.headerLine, 'pabulibMetaHeader')
  for (const { cells, line } of table.rows) {
    const key = (cells[0] ?? '').toLowerCase()
    const known = meta.get(key)
    if (known && readKeys.has(key) && known.value !== cells[1]) faults.add(line, 'pabulibKeyTwice', { key })
    if (readKeys.has(key) && withoutEmptyEnd(cells).length > 2) faults.add(line, 'pabulibMetaRow', { key })
    if (!known) meta.set(key, { value: cells[1] ?? '', line })
  }
  return meta
}

/** The columns of a section by name. */
export interface Columns {
  has(name: string): boolean
  /** Empty where there is no such column. */
  value(row: Row, name: string): string
}

/** Null where one that is needed is missing; each is said once, and not at all where `faults` is null. */
export function columnsOf(table: Table, needed: readonly string[], faults: FaultList | null): Columns | null {
  const missing = needed.filter((name) => !table.header.includes(name))
  for (const name of missing) faults?.add(table.headerLine, 'pabulibNoColumn', { name, section: table.name })
  const twice = table.header.find((name, at) => needed.includes(name) && table.header.indexOf(name) !== at)
  if (twice) faults?.add(table.headerLine, 'columnTwice', { name: twice })
  if (missing.length > 0 || twice) return null
  const places = new Map(table.header.map((name, at) => [name, at]))
  const longest = Math.max(...needed.map((name) => places.get(name)!)) + 1
  if (faults) {
    for (const { cells, line } of table.rows) {
      const found = withoutEmptyEnd(cells).length
      if (cells.length < longest)
        faults.add(line, 'rowTooShort', { found: cells.length, expected: table.header.length })
      else if (found > table.header.length) faults.add(line, 'rowTooLong', { found, expected: table.header.length })
    }
  }
  return {
    has: (name) => places.has(name),
    value: (row, name) => {
      const at = places.get(name)
      return at === undefined ? '' : (row.cells[at] ?? '')
    },
  }
}
