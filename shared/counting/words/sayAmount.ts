import { type Language, locales, type Translate } from '../../i18n/texts.ts'
import { type Amount, drawnAs } from '../amount.ts'

const mostDecimals = 5
/** What is shown of an amount that is too long to be shown exactly. */
const roundedDecimals = 3
/** Fractions of up to so many parts are short enough to be read. */
const mostParts = 99n

/** Says an amount: exactly if that is short (`1,234.5`, `41 2/3`), else rounded to three decimals and with "about". */
export function sayAmount(t: Translate, language: Language, amount: Amount): string {
  if (typeof amount === 'number') return inLocale(amount, language)
  const exact = amount.includes('/') ? shortFraction(amount, language) : shortDecimal(amount, language)
  if (exact !== undefined) return exact
  const rounded = drawnAs(amount).toFixed(roundedDecimals)
  return t('counting:about', { number: inLocale(Number(rounded), language) })
}

function shortDecimal(amount: string, language: Language): string | undefined {
  const [whole = '0', decimals = ''] = amount.split('.')
  if (decimals.length > mostDecimals) return undefined
  return joined(whole, decimals, language)
}

function shortFraction(amount: string, language: Language): string | undefined {
  const [top, bottom] = amount.split('/').map(BigInt) as [bigint, bigint]
  const [size, sign] = top < 0n ? [-top, '-'] : [top, '']
  const scale = 10n ** BigInt(mostDecimals)
  if ((size * scale) % bottom === 0n) {
    const digits = ((size * scale) / bottom).toString().padStart(mostDecimals + 1, '0')
    return joined(sign + digits.slice(0, -mostDecimals), digits.slice(-mostDecimals).replace(/0+$/, ''), language)
  }
  if (bottom > mostParts) return undefined
  const whole = size / bottom
  const part = `${size % bottom}/${bottom}`
  return whole === 0n ? sign + part : `${sign}${inLocale(whole, language)} ${part}`
}

/** The whole part with its thousands parted, the decimals as they stand: no digit goes through a binary number. */
function joined(whole: string, decimals: string, language: Language): string {
  const sign = whole.startsWith('-') ? '-' : ''
  const text = sign + inLocale(BigInt(whole.replace('-', '')), language)
  return decimals ? `${text}.${decimals}` : text
}

/** One for each language: to make one takes far longer than to use it, and a count has many thousands of numbers. */
const formats: Partial<Record<Language, Intl.NumberFormat>> = {}

function inLocale(value: number | bigint, language: Language): string {
  formats[language] ??= new Intl.NumberFormat(locales[language], { maximumFractionDigits: mostDecimals })
  return formats[language].format(value)
}
