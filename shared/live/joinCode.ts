/** Letters and digits that nobody takes for one another, read or heard; without vowels they make no words. */
export const joinCodeAlphabet = 'CDFGHJKMNPQRTVWXY3479'
export const joinCodeLength = 6

/** What is easily read for a letter or digit of a code, and is in none. */
const lookAlikes: Readonly<Record<string, string>> = {
  A: '4',
  E: '3',
  B: '3',
  '8': '3',
  '6': 'G',
  U: 'V',
  O: 'Q',
  '0': 'Q',
  '1': '7',
  Z: '7',
}

/** A code as somebody types it: in small letters, with spaces or dashes, with look-alikes. undefined when it cannot be one. */
export function readJoinCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s\-–—._]/g, '')
  const code = [...letters].map((letter) => lookAlikes[letter] ?? letter).join('')
  return code.length === joinCodeLength && [...code].every((letter) => joinCodeAlphabet.includes(letter))
    ? code
    : undefined
}

/** A code as it is shown: in two groups of three. */
export function spacedJoinCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
