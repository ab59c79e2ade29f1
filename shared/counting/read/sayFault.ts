import type { Translate } from '../../i18n/texts.ts'
import type { Fault } from './fault.ts'

/** The sentence of a fault or a remark, with its line or the number of its ballot before it where it has one. */
export function sayFault(t: Translate, { line, code, values }: Fault): string {
  const sentence = t(`ballotFiles:${code}`, values)
  if (line !== null) return `${t('ballotFiles:line', { line })} ${sentence}`
  const { ballot } = values
  return ballot === undefined ? sentence : `${t('ballotFiles:ballot', { ballot })} ${sentence}`
}
