import type { Fault } from './fault.ts'
import { splitLines } from './lines.ts'

/** What controls a screen instead of standing on it: controls but tab and line ends, and what turns the direction of text. */
const control = /[^\P{Cc}\t\n\r]|[\u2028-\u202e\u2066-\u2069]/u
const controls = new RegExp(control, 'gu')
const breaks = /[\t\n\r]+/g

/** A text of which nothing can control a screen, on one line: for names, and for whatever goes to a terminal. */
export function harmless(text: string): string {
  return text.replace(breaks, ' ').replace(controls, '\ufffd')
}

/** A whole file with its lines as they stand, and a remark with the first line where something was replaced. */
export function withoutControls(text: string): { text: string; remarks: readonly Fault[] } {
  if (!control.test(text)) return { text, remarks: [] }
  const lines = splitLines(text).flatMap((line, at) => (control.test(line) ? [at + 1] : []))
  const remark: Fault = { line: lines[0] ?? null, code: 'controlCharacters', values: { lines: lines.length } }
  return { text: text.replace(controls, '\ufffd'), remarks: [remark] }
}
