/**
 * A text as it is kept, wherever it comes from: line ends are \n, and characters are left out that nobody types and no feed or database takes
 * (a NUL, what a paste from a PDF brings along), and those that turn the text around them backwards, with the marks that end such a turn.
 */
export function keptText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwritten, '')
}

const unwritten =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu
