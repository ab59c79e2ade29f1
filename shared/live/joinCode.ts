/** Letters and digits that nobody takes for one another, read or heard; without vowels they make no words. */
export const joinCodeAlphabet = 'CDFGHJKMNPQRTVWXY3479'
export const joinCodeLength = 6

/** A code as somebody types it: in small letters, with spaces or dashes. undefined when it cannot be one. */
export function readJoinCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\-–.]/g, '')
  return code.length === joinCodeLength && [...code].every((letter) => joinCodeAlphabet.includes(letter))
    ? code
    : undefined
}

/** A code as it is shown: in two groups of three. */
export function spacedJoinCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
