import { readBlt } from './blt.ts'
import type { FaultCode, ReadBallots } from './fault.ts'
import { FaultList } from './faultList.ts'
import { withoutControls } from './harmless.ts'
import { withoutByteOrderMark, withoutEndMark } from './lines.ts'
import { readOurCsv } from './ourCsv.ts'
import { readOurJson } from './ourJson.ts'
import { ourCsvTitle } from './ourSettings.ts'
import { readPabulib } from './pabulib.ts'
import { readPreflib } from './preflib.ts'
import { orderKinds } from './preflibOrders.ts'

type Format = 'ourCsv' | 'ourJson' | 'preflib' | 'blt' | 'pabulib'

/**
 * Reads a file of ballots: our own (CSV, JSON), PrefLib's orders, `.blt` or Pabulib's. The content says which it is; the
 * file's name helps only where the content cannot tell. It never throws, whatever the text.
 */
export function readBallots(text: string, fileName: string | null): ReadBallots {
  const content = withoutEndMark(withoutByteOrderMark(text))
  if (content.trim() === '') return refused('empty')
  const extension = extensionOf(fileName)
  const format = formatOf(content) ?? formatByName(extension)
  if (format === null) return refused(refusalOf(extension))
  // Our own files are read back just as they were written, the seed above all; whoever shows a name shows it harmlessly.
  if (format === 'ourCsv') return readOurCsv(content)
  if (format === 'ourJson') return readOurJson(content)
  const { text: harmless, remarks } = withoutControls(content)
  const read = readOthers(format, harmless, extension)
  return read.ok && remarks.length > 0 ? { ...read, remarks: [...remarks, ...read.remarks] } : read
}

function readOthers(format: 'preflib' | 'blt' | 'pabulib', content: string, extension: string | null): ReadBallots {
  switch (format) {
    case 'preflib':
      return readPreflib(content, extension)
    case 'blt':
      return readBlt(content)
    case 'pabulib':
      return readPabulib(content)
  }
}

function extensionOf(fileName: string | null): string | null {
  const dot = fileName?.lastIndexOf('.') ?? -1
  return fileName === null || dot < 0 ? null : fileName.slice(dot + 1).toLowerCase()
}

function refused(code: FaultCode): ReadBallots {
  const faults = new FaultList()
  faults.add(null, code)
  return { ok: false, faults: faults.list }
}

function refusalOf(extension: string | null): FaultCode {
  if (extension === 'cat') return 'preflibCategories'
  return extension === 'wmd' ? 'preflibMatching' : 'unknown'
}

function formatOf(text: string): Format | null {
  let metadata = false
  for (const line of firstLines(text)) {
    if (line.startsWith('#')) {
      if (/^#\s*(FILE NAME|TITLE|DATA TYPE|NUMBER ALTERNATIVES|NUMBER VOTERS|ALTERNATIVE NAME \d+)\s*:/i.test(line))
        return 'preflib'
      metadata = true
      continue
    }
    if (line.startsWith('{')) return 'ourJson'
    if (line.startsWith(ourCsvTitle) || line.startsWith(`"${ourCsvTitle}"`)) return 'ourCsv'
    if (/^"?META"?[\s;]*$/i.test(line)) return 'pabulib'
    if (/^\d+[ \t]+\d+(?=[ \t#]|$)/.test(line)) return 'blt'
    if (/^\d+$/.test(line) && !metadata) return 'preflib'
    return null
  }
  return null
}

/** The trimmed lines that are not empty, each only when it is asked for. */
function* firstLines(text: string): Generator<string> {
  const end = /[\r\n]/g
  let start = 0
  while (start < text.length) {
    end.lastIndex = start
    const found = end.exec(text)
    const line = text.slice(start, found ? found.index : text.length).trim()
    if (line !== '') yield line.length > 1000 ? line.slice(0, 1000) : line
    if (!found) return
    start = found.index + 1
  }
}

function formatByName(extension: string | null): Format | null {
  if (extension === null) return null
  if (extension === 'pb') return 'pabulib'
  if (extension === 'blt') return 'blt'
  return (orderKinds as readonly string[]).includes(extension) ? 'preflib' : null
}
