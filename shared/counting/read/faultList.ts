import type { Fault, FaultCode } from './fault.ts'

const most = 100
const longestValue = 60

/** Gathers what a file says wrongly: the first hundred, then one that says that there are more. */
export class FaultList {
  readonly #faults: Fault[] = []
  #more = false
  readonly #once = new Set<string>()

  add(line: number | null, code: FaultCode, values: Readonly<Record<string, string | number>> = {}): void {
    if (this.#faults.length === most) {
      this.#more = true
      return
    }
    const shown = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? clip(value) : value])
    this.#faults.push({ line, code, values: Object.fromEntries(shown) })
  }

  /** As `add`, but not a second time with the same code. */
  addOnce(line: number | null, code: FaultCode, values: Readonly<Record<string, string | number>> = {}): void {
    if (this.#once.has(code)) return
    this.#once.add(code)
    this.add(line, code, values)
  }

  get any(): boolean {
    return this.#faults.length > 0
  }

  /** In the order of the lines; what is wrong with the whole file comes first. */
  get list(): readonly Fault[] {
    const more: FaultCode = 'more'
    const sorted = [...this.#faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    return this.#more ? [...sorted, { line: null, code: more, values: { most } }] : sorted
  }
}

function clip(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
}
