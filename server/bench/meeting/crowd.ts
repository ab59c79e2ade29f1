import { createHash } from 'node:crypto'
import type { Changed } from '../../../shared/live/protocol.ts'
import { machineNow, pause } from './clock.ts'
import { Phone } from './phone.ts'

/** So many phones connect at once; a hall comes in no faster. */
const connectingAtOnce = 100

/** When nothing is heard for so long, there is nothing more to come. */
const quietMs = 3000

/** Who calls where. */
export interface CrowdGiven {
  port: number
  /** Phones share them out evenly. */
  meetings: number[]
  phones: number
  localAddresses: string[]
}

/** What has been heard or sent, three numbers each: meeting, sequence, and when (milliseconds of the machine's clock). */
export type Record3 = Float64Array

/** Phones of one process that call one server. */
export class Crowd {
  private readonly phones: Phone[] = []
  private awaited: { sequence: number; arrived: number[]; isHere: Set<Phone>; done(): void } | undefined
  private arrival: Promise<void> | undefined
  private levelAt = new Map<Phone, number>()
  private recorded: { heard: number[]; sent: number[] } | undefined
  private orders: Map<Phone, string> | undefined
  private acting = false

  /** Calls, and waits until every phone has what the server has. */
  async call({ port, meetings, phones, localAddresses }: CrowdGiven): Promise<void> {
    for (let index = 0; index < phones; index += 1) {
      while (index - this.levelAt.size >= connectingAtOnce) await pause(1)
      const localAddress = localAddresses[index % localAddresses.length]
      const line = { port, meeting: meetings[index % meetings.length] ?? 0, as: 'phone' as const }
      this.phones.push(
        new Phone(
          { ...line, ...(localAddress ? { localAddress } : {}) },
          {
            onLevel: (phone, at) => this.level(phone, at),
            onChanged: (phone, message, at) => this.changed(phone, message, at),
          },
        ),
      )
    }
    while (this.levelAt.size < phones) await pause(5)
  }

  /** Prepares for a change, so that none of its arrivals is missed. */
  expect(sequence: number): void {
    this.arrival = new Promise((done) => {
      this.awaited = { sequence, arrived: [], isHere: new Set(), done }
    })
  }

  /** When the expected change came to each phone; of those to which it did not come in time there is nothing. */
  async arrivals(giveUpMs: number): Promise<Float64Array> {
    await Promise.race([this.arrival, pause(giveUpMs)])
    return Float64Array.from(this.awaited?.arrived ?? [])
  }

  /** Forgets who is level, so that `whenLevel` waits for phones that lose their connection and come back. */
  expectLoss(): void {
    this.levelAt = new Map()
  }

  /** When each phone came back, and the number that the furthest behind has. */
  async whenLevel(giveUpMs: number): Promise<{ at: Float64Array; sequence: number; isAll: boolean }> {
    const giveUp = machineNow() + giveUpMs
    const isAll = () => this.levelAt.size === this.phones.length
    while (!isAll() && machineNow() < giveUp) await pause(10)
    const sequence = Math.min(...this.phones.map((phone) => phone.sequence ?? 0))
    return { at: Float64Array.from(this.levelAt.values()), sequence, isAll: isAll() }
  }

  /** From now on keeps what is heard, and in which order. */
  record(): void {
    this.recorded = { heard: [], sent: [] }
    this.orders = new Map()
  }

  /** What was heard and sent, and how many phones heard each order of changes. */
  recording(): { heard: Record3; sent: Record3; orders: Record<string, number> } {
    const orders: Record<string, number> = {}
    for (const order of this.orders?.values() ?? []) orders[order] = (orders[order] ?? 0) + 1
    const { heard = [], sent = [] } = this.recorded ?? {}
    return { heard: Float64Array.from(heard), sent: Float64Array.from(sent), orders }
  }

  /** Phones back a question of their meeting or take that back, so many a second in all, until `rest`. */
  async act(aSecond: number, questions: Record<number, string>): Promise<void> {
    this.acting = true
    const begun = machineNow()
    const backing = new Set<Phone>()
    for (let count = 0; this.acting; count += 1) {
      await pause(Math.max(0, begun + (count * 1000) / aSecond - machineNow()))
      const phone = this.phones[Math.floor(Math.random() * this.phones.length)]
      const question = phone && questions[phone.line.meeting]
      if (!question) continue
      const at = machineNow()
      const kind = backing.has(phone) ? 'question:unback' : 'question:back'
      if (!backing.delete(phone)) backing.add(phone)
      phone.send(kind, { question }).then((answer) => {
        if (answer?.ok) this.recorded?.sent.push(phone.line.meeting, answer.sequence, at)
      })
    }
  }

  /** Ends `act`, and waits until nothing has been heard for a while. */
  async rest(): Promise<void> {
    this.acting = false
    const { recorded } = this
    for (let before = -1; recorded && recorded.heard.length !== before; await pause(quietMs))
      before = recorded.heard.length
  }

  hangUp(): void {
    for (const phone of this.phones) phone.close()
  }

  private level(phone: Phone, at: number): void {
    this.levelAt.set(phone, at)
  }

  private changed(phone: Phone, { meeting, changes }: Changed, at: number): void {
    const { awaited, recorded, orders } = this
    if (awaited && (phone.sequence ?? 0) >= awaited.sequence && !awaited.isHere.has(phone)) {
      awaited.isHere.add(phone)
      awaited.arrived.push(at)
      if (awaited.isHere.size === this.phones.length) awaited.done()
    }
    if (recorded) for (const { sequence } of changes) recorded.heard.push(meeting, sequence, at)
    if (orders)
      orders.set(
        phone,
        changes.reduce((order, change) => orderWith(order, change), orders.get(phone) ?? ''),
      )
  }
}

/** A short name for an order of changes, with what each of them says. */
export function orderWith(order: string, { sequence, kind }: { sequence: number; kind: string }): string {
  return createHash('sha1').update(`${order} ${sequence} ${kind}`).digest('base64')
}
