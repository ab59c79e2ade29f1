import { longestLineBytes } from './csvLines.ts'

/** Why a line that cannot be decoded cannot. */
export function csvLineProblem(bytesAsLatin1: string): string {
  if (bytesAsLatin1.length >= longestLineBytes) return `the line is longer than ${longestLineBytes} bytes`
  if (bytesAsLatin1.includes('\0')) return 'the line holds a NUL byte'
  return 'the line is not UTF-8'
}
