import type { CountChoice, Counted } from '../../../shared/counting/countElection.ts'
import type { Election } from '../../../shared/counting/election.ts'
import type { Fault } from '../../../shared/counting/read/fault.ts'
import type { Counter } from './counter.ts'

/** What the page shows. */
export type RecountState =
  | { step: 'start' }
  | { step: 'reading'; file: string }
  | { step: 'refused'; why: FileRefusal }
  | { step: 'faulty'; file: string; faults: readonly Fault[] }
  | ReadState

export type FileRefusal = { code: 'tooBig'; file: string; size: number; most: number } | { code: 'cannotRead' }

export interface ReadState {
  step: 'read'
  /** Tells one file from the next. */
  number: number
  file: string
  election: Election
  remarks: readonly Fault[]
  /** Others were dropped with it, and left. */
  isOneOfSeveral: boolean
  count: null | 'running' | 'failed' | Counted
}

const megabyte = 1024 * 1024
const mostBytes = 200 * megabyte

/** What happens to a file from being chosen to being counted; a newer file or count takes the place of an older one. */
export class RecountSession {
  #state: RecountState = { step: 'start' }
  #counter: Counter | undefined
  /** Of the newest file or count: what an older one gives comes too late. */
  #newest = 0
  readonly #onChange: (state: RecountState) => void
  readonly #open: () => Counter

  constructor(onChange: (state: RecountState) => void, open: () => Counter) {
    this.#onChange = onChange
    this.#open = open
  }

  async read(files: readonly File[]): Promise<void> {
    const [file] = files
    if (!file) return
    const number = this.#begin()
    if (file.size > mostBytes) {
      const size = Math.ceil(file.size / megabyte)
      return this.#show({ step: 'refused', why: { code: 'tooBig', file: file.name, size, most: mostBytes / megabyte } })
    }
    this.#show({ step: 'reading', file: file.name })
    const counter = this.#open()
    this.#counter = counter
    const read = await counter.read(file).catch(() => undefined)
    if (number !== this.#newest) return
    if (!read) return this.#show({ step: 'refused', why: { code: 'cannotRead' } })
    if (!read.ok) return this.#show({ step: 'faulty', file: file.name, faults: read.faults })
    const { election, remarks } = read
    const isOneOfSeveral = files.length > 1
    this.#show({ step: 'read', number, file: file.name, election, remarks, isOneOfSeveral, count: null })
    // A file that says how it is counted needs no more.
    if (election.declared.method) await this.count({ method: null, seats: null, seed: null, completion: null })
  }

  async count(choice: CountChoice): Promise<void> {
    const state = this.#state
    const counter = this.#counter
    if (state.step !== 'read' || state.count === 'running' || !counter) return
    this.#show({ ...state, count: 'running' })
    const number = this.#newest
    const count = await counter.count(choice).catch(() => 'failed' as const)
    if (number === this.#newest) this.#show({ ...state, count })
  }

  end(): void {
    this.#newest++
    this.#counter?.stop()
  }

  #begin(): number {
    this.#counter?.stop()
    this.#counter = undefined
    this.#newest++
    return this.#newest
  }

  #show(state: RecountState): void {
    this.#state = state
    this.#onChange(state)
  }
}
