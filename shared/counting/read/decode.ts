import type { Fault } from './fault.ts'

/**
 * Text of a file's bytes: UTF-8, or UTF-16 where its mark says so. Bytes that are neither are taken for Windows-1252, in which
 * some councils write candidates' names, and a remark says so.
 */
export function decodeBallots(bytes: Uint8Array): { text: string; remarks: readonly Fault[] } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), remarks: [] }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), remarks: [] }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] }
  } catch {
    const text = new TextDecoder('windows-1252').decode(bytes)
    return { text, remarks: [{ line: null, code: 'notUtf8', values: {} }] }
  }
}
