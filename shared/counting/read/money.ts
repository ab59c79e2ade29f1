import type { FaultList } from './faultList.ts'
import { type Decimal, readDecimal, unitsOf } from './numbers.ts'

/**
 * Amounts of money of one file, read together. A point parts the decimals. A comma does so only where it can mean nothing
 * else: one or two digits follow it, and no amount of the file has a point; then there is a remark. `1,234` could be either
 * and is a fault.
 */
export class Money {
  readonly #written: { text: string; line: number | null; of: string | null }[] = []

  /** `of`: whose cost it is, for a file that has no lines to name. */
  add(text: string, line: number | null, of: string | null = null): void {
    this.#written.push({ text, line, of })
  }

  /** In units of 10^-decimals, in the order in which they were added; nought where an amount is a fault. */
  read(faults: FaultList, remarks: FaultList): { amounts: bigint[]; decimals: number } {
    const commas = this.#written.filter(({ text }) => text.includes(','))
    const points = this.#written.some(({ text }) => text.includes('.'))
    const commaIsPoint = commas.length > 0 && !points && commas.every(({ text }) => /^\d+,\d{1,2}$/.test(text))
    if (commaIsPoint) remarks.add(commas[0]!.line, 'decimalComma', { value: commas[0]!.text, amounts: commas.length })

    const values = this.#written.map(({ text, line, of }): Decimal => {
      const value = readDecimal(commaIsPoint ? text.replace(',', '.') : text)
      if (value && value.units >= 0n && value.decimals <= 12) return value
      if (text === '' && of !== null) faults.add(line, 'noCost', { name: of })
      else faults.add(line, text === '' ? 'noAmount' : text.includes(',') ? 'moneyComma' : 'money', { value: text })
      return { units: 0n, decimals: 0 }
    })
    const decimals = values.reduce((most, value) => Math.max(most, value.decimals), 0)
    return { amounts: values.map((value) => unitsOf(value, decimals)), decimals }
  }
}
