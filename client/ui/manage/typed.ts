/** What stands in the fields of a form, by their names. */
export type FieldTexts = Readonly<Record<string, string | readonly string[]>>

/** The text of one field; '' when there is none. */
export function textOf(texts: FieldTexts, name: string): string {
  const value = texts[name] ?? ''
  return typeof value === 'string' ? value : (value[0] ?? '')
}
