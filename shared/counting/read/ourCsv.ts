import type { ReadBallots } from './fault.ts'
import { FaultList } from './faultList.ts'
import { wholeNumber } from './numbers.ts'
import { type OurElection, ourElection, type WrittenOption } from './ourElection.ts'
import { ourCsvTitle, ourVersion, type SettingName, settingNames } from './ourSettings.ts'
import { readRows } from './separated.ts'

/** Reads our own ballots as CSV; `docs/ballots.md` has the form. */
export function readOurCsv(text: string): ReadBallots {
  const faults = new FaultList()
  const remarks = new FaultList()
  const settings = new Map<SettingName, { text: string; line: number }>()
  const options: WrittenOption[] = []
  let state = 'first' as 'first' | 'head' | 'ballots' | 'given up'
  let election = null as OurElection | null
  let hasNumber = false

  readRows(
    text,
    { separator: ',', trim: false },
    (cells, line) => {
      if (state === 'given up' || isEmptyFrom(cells, 0)) return
      if (state === 'ballots') readBallot(cells, line)
      else if (state === 'first') readFirst(cells, line)
      else if (cells[0] === 'receipt') readHeader(cells, line)
      else readHeadRow(cells, line)
    },
    faults,
  )
  if (election !== null) return election.finish()
  if (state !== 'given up') faults.add(null, 'csvNoHeader')
  return { ok: false, faults: faults.list }

  function readFirst(cells: string[], line: number): void {
    state = 'head'
    const right = cells[0] === ourCsvTitle && cells[1]?.trim() === String(ourVersion) && isEmptyFrom(cells, 2)
    if (right) return
    state = 'given up'
    if (cells[0]?.startsWith(`${ourCsvTitle};`)) faults.add(line, 'csvSemicolons')
    else faults.add(line, 'csvFirst', { value: cells.slice(0, 2).join(','), expected: `${ourCsvTitle},${ourVersion}` })
  }

  function readHeadRow(cells: string[], line: number): void {
    const [keyword = '', second = ''] = cells
    if (keyword === 'option') {
      const [, number = '', name = '', cost = '', fifth = ''] = cells
      const withdrawn = fifth.trim()
      if (wholeNumber(number.trim()) !== options.length + 1)
        faults.add(line, 'csvOptionNumber', { value: number, expected: options.length + 1 })
      if (withdrawn !== '' && withdrawn !== 'withdrawn') faults.add(line, 'csvWithdrawn', { value: withdrawn })
      if (!isEmptyFrom(cells, 5)) faults.add(line, 'rowTooLong', { found: cells.length, expected: 5 })
      options.push({
        name: unprotected(name),
        cost: cost.trim() === '' ? null : cost.trim(),
        withdrawn: withdrawn === 'withdrawn',
        line,
      })
      return
    }
    const name = settingNames.find((known) => known === keyword)
    if (!name) faults.add(line, 'csvKeyword', { value: keyword, keywords: [...settingNames, 'option'].join(', ') })
    else if (settings.has(name)) faults.add(line, 'settingTwice', { name })
    else if (!isEmptyFrom(cells, 2)) faults.add(line, 'rowTooLong', { found: cells.length, expected: 2 })
    else {
      const isText = name === 'title' || name === 'seed'
      settings.set(name, { text: isText ? unprotected(second) : unprotected(second).trim(), line })
    }
  }

  function readHeader(cells: string[], line: number): void {
    state = 'ballots'
    hasNumber = cells[1] === 'ballots'
    const expected = ['receipt', ...(hasNumber ? ['ballots'] : []), ...options.map((_, at) => String(at + 1))]
    const right = expected.every((name, at) => cells[at]?.trim() === name) && isEmptyFrom(cells, expected.length)
    if (!right)
      faults.add(line, 'csvHeader', { value: cells.join(','), expected: `receipt,1 – receipt,${options.length}` })
    election = ourElection(settings, options, faults, remarks)
    if (!right || !election) state = 'given up'
  }

  function readBallot(cells: string[], line: number): void {
    const from = hasNumber ? 2 : 1
    const expected = from + options.length
    if (cells.length < expected || !isEmptyFrom(cells, expected)) {
      faults.add(line, cells.length < expected ? 'rowTooShort' : 'rowTooLong', { found: cells.length, expected })
      return
    }
    const marks: string[] = []
    for (let at = from; at < expected; at++) marks.push(unprotected(cells[at]!).trim())
    const ballots = hasNumber ? cells[1]!.trim() : ''
    election?.papers.add({ receipt: unprotected(cells[0]!), ballots, marks }, { line, ballot: null })
  }
}

function isEmptyFrom(cells: readonly string[], from: number): boolean {
  for (let at = from; at < cells.length; at++) if (cells[at]!.trim() !== '') return false
  return true
}

/** Takes away the apostrophe that keeps a spreadsheet from running the cell (`write/ourCsv.ts`). */
function unprotected(cell: string): string {
  return cell.charCodeAt(0) === 39 && /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell
}
