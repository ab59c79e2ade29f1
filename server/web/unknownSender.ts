import { type Typed, typedText } from './forms.ts'
import type { TokenFinding } from './formToken.ts'

/** Why a form of somebody unknown is not taken as it came; every public form has a sentence of this name. */
export type Suspicion = 'trapFilled' | 'tokenTooFast' | 'tokenTooOld' | 'tokenNotOurs'

/** Looks whether a program rather than a person sent a form: the field that people do not see, and the form's token. Null: neither says so. */
export function suspicionOf(typed: Typed, finding: TokenFinding): Suspicion | null {
  if (typedText(typed, 'website') !== '') return 'trapFilled'
  switch (finding) {
    case 'too-fast':
      return 'tokenTooFast'
    case 'too-old':
      return 'tokenTooOld'
    case 'not-ours':
      return 'tokenNotOurs'
    case 'sound':
      return null
    default:
      return finding satisfies never
  }
}
