import type { ReadBallots } from './fault.ts'
import { FaultList } from './faultList.ts'
import { ourElection, type WrittenOption } from './ourElection.ts'
import type { Paper } from './ourPapers.ts'
import { ourFormat, ourVersion, type SettingName, settingNames } from './ourSettings.ts'
import { mostBallots } from './tally.ts'

type Json = Readonly<Record<string, unknown>>

const textSettings: readonly SettingName[] = ['title', 'ballots', 'method', 'seed', 'completion', 'budget']

/** Reads our own ballots as JSON; `docs/ballots.md` has the form. */
export function readOurJson(text: string): ReadBallots {
  const faults = new FaultList()
  const remarks = new FaultList()
  const gaveUp = (): ReadBallots => ({ ok: false, faults: faults.list })
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch (error) {
    faults.add(lineOfError(error, text), 'jsonBroken')
    return gaveUp()
  }
  if (!isObject(file) || file['format'] !== ourFormat) {
    faults.add(null, 'jsonFormat', { format: ourFormat })
    return gaveUp()
  }
  if (file['version'] !== ourVersion) {
    faults.add(null, 'jsonVersion', { value: shown(file['version']), version: ourVersion })
    return gaveUp()
  }
  for (const key of Object.keys(file)) {
    if (!['format', 'version', 'options', 'papers', ...settingNames].includes(key))
      faults.add(null, 'jsonKey', { key, part: 'file' })
  }
  const election = ourElection(settingsOf(file, faults), optionsOf(file['options'], faults), faults, remarks)
  const papers = file['papers']
  if (!Array.isArray(papers)) {
    faults.add(null, 'jsonList', { key: 'papers' })
    return gaveUp()
  }
  if (!election) return gaveUp()
  papers.forEach((paper: unknown, index) => {
    const ballot = index + 1
    const read = paperOf(paper, ballot, faults)
    if (read) election.papers.add(read, { line: null, ballot })
  })
  return election.finish()
}

function paperOf(paper: unknown, ballot: number, faults: FaultList): Paper | null {
  if (!isObject(paper) || !Array.isArray(paper['marks'])) {
    faults.add(null, 'jsonPaper', { ballot })
    return null
  }
  for (const key in paper)
    if (key !== 'receipt' && key !== 'ballots' && key !== 'marks')
      faults.add(null, 'jsonKey', { key, part: 'papers', ballot })
  const { receipt = null, ballots = null } = paper
  if (receipt !== null && typeof receipt !== 'string') {
    faults.add(null, 'jsonReceipt', { value: shown(receipt), ballot })
    return null
  }
  if (ballots !== null && typeof ballots !== 'number') {
    faults.add(null, 'weight', { value: shown(ballots), most: mostBallots, ballot })
    return null
  }
  const marks: string[] = []
  for (const mark of paper['marks'] as unknown[]) {
    if (mark !== null && typeof mark !== 'number') {
      faults.add(null, 'jsonMark', { value: shown(mark), option: marks.length + 1, ballot })
      return null
    }
    marks.push(mark === null ? '' : String(mark))
  }
  return { receipt: receipt ?? '', ballots: ballots === null ? '' : String(ballots), marks }
}

function settingsOf(file: Json, faults: FaultList): Map<SettingName, { text: string; line: null }> {
  const settings = new Map<SettingName, { text: string; line: null }>()
  for (const name of settingNames) {
    const value = file[name] ?? null
    if (value === null) continue
    const kind = textSettings.includes(name) ? 'string' : 'number'
    if (typeof value === kind) settings.set(name, { text: String(value), line: null })
    else faults.add(null, kind === 'string' ? 'jsonText' : 'jsonNumber', { name, value: shown(value) })
  }
  return settings
}

function optionsOf(list: unknown, faults: FaultList): WrittenOption[] {
  if (!Array.isArray(list)) {
    faults.add(null, 'jsonList', { key: 'options' })
    return []
  }
  return list.map((option: unknown, index): WrittenOption => {
    const number = index + 1
    const { name, cost = null, withdrawn = false } = isObject(option) ? option : {}
    if (typeof name !== 'string' || (cost !== null && typeof cost !== 'string') || typeof withdrawn !== 'boolean')
      faults.add(null, 'jsonOption', { number })
    if (isObject(option))
      for (const key of Object.keys(option))
        if (key !== 'name' && key !== 'cost' && key !== 'withdrawn')
          faults.add(null, 'jsonKey', { key, part: 'options' })
    return {
      name: typeof name === 'string' ? name : String(number),
      cost: typeof cost === 'string' ? cost : null,
      withdrawn: withdrawn === true,
      line: null,
    }
  })
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A value in a sentence; the parts of lists and objects would be too long for one. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return '[…]'
  return typeof value === 'object' && value !== null ? '{…}' : String(value)
}

/** Engines tell the place in their own words, some by line, some by letter, some not at all. */
function lineOfError(error: unknown, text: string): number | null {
  const message = error instanceof Error ? error.message : ''
  const line = /\bline (\d{1,9}) column\b/.exec(message)
  if (line) return Number(line[1])
  const position = /\bat position (\d{1,9})/.exec(message)
  if (!position) return null
  let ends = 0
  const to = Math.min(Number(position[1]), text.length)
  for (let at = 0; at < to; at++) if (text.charCodeAt(at) === 10) ends++
  return ends + 1
}
