import { ImportStopped } from './source.ts'

/** Why a run ended early, as a sentence; undefined for a fault that nobody foresaw. */
export function stopReason(error: unknown): string | undefined {
  if (error instanceof ImportStopped) return 'The import was stopped before its end.'
  if (isLostConnection(error)) return `The connection to the database was lost (${messageOf(error)}).`
  if (isFullDisk(error)) return `The disk of the database is full (${messageOf(error)}).`
  return undefined
}

/** Connection failures (PostgreSQL manual, appendix A: classes 08 and 57P), and what the client says without a code. */
function isLostConnection(error: unknown): boolean {
  const code = codeOf(error)
  return (
    /^(08\w{3}|57P0\d|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/.test(code) ||
    /connection terminated|connection ended|client was closed|not queryable|timeout exceeded when trying to connect/i.test(
      messageOf(error),
    )
  )
}

function isFullDisk(error: unknown): boolean {
  return (
    codeOf(error) === '53100' ||
    codeOf(error) === 'ENOSPC' ||
    /no space left|ENOSPC|could not extend file/i.test(messageOf(error))
  )
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
