/**
 * Rows as comma-separated values (RFC 4180: CRLF, quotes doubled). A cell that a spreadsheet would run as a formula gets an
 * apostrophe before it (OWASP, "CSV Injection").
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(formatCell).join(',')}\r\n`).join('')
}

function formatCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
