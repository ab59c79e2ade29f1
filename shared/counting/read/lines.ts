/** The text without the mark that some editors put before it. */
export function withoutByteOrderMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

/** The text without the Ctrl-Z that ends a file on old systems; only spaces and line ends may follow it. */
export function withoutEndMark(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) <= 32 && text.charCodeAt(end - 1) !== 0x1a) end--
  if (end === 0 || text.charCodeAt(end - 1) !== 0x1a) return text
  while (end > 0 && text.charCodeAt(end - 1) === 0x1a) end--
  return text.slice(0, end)
}

/** Lines, whether they end as on Windows, Unix or old Macs. */
export function splitLines(text: string): string[] {
  const lines: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== 10 && code !== 13) continue
    lines.push(text.slice(start, at))
    if (code === 13 && text.charCodeAt(at + 1) === 10) at++
    start = at + 1
  }
  lines.push(text.slice(start))
  return lines
}
