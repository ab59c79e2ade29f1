import { type Child, startChild } from './children.ts'
import type { Record3 } from './crowd.ts'
import type { CrowdProcess } from './crowdProcess.ts'
import { crowdProcesses } from './size.ts'

/** What phones of all processes heard and sent. */
export interface Recording {
  heard: Record3[]
  sent: Record3[]
  orders: Record<string, number>
}

/** Phones in processes of their own, as one: every crowd is spread over all of them. */
export class Hallful {
  private readonly children: Child<CrowdProcess>[] = Array.from({ length: crowdProcesses }, () =>
    startChild<CrowdProcess>('crowdProcess.ts'),
  )

  /** Calls a server with so many phones and waits until all have what it has. */
  async call(crowd: string, given: { port: number; meetings: number[]; phones: number }): Promise<void> {
    await this.each((child, index) => {
      const share = shareOf(given.phones, index)
      // Phone n of a process looks at meeting n; each process begins at another, so that meetings are evenly full.
      const from = Math.floor((given.meetings.length * index) / crowdProcesses)
      const meetings = [...given.meetings.slice(from), ...given.meetings.slice(0, from)]
      return child.ask('call', { ...given, crowd, meetings, phones: share, localAddresses: addressesOf(index) })
    })
  }

  /** When the change that `send` makes came to each phone. @returns milliseconds of the machine's clock; `begun` is when it was sent */
  async arrivals(
    crowd: string,
    sequence: number,
    send: () => Promise<number>,
    giveUpMs: number,
  ): Promise<{ begun: number; at: Float64Array[] }> {
    await this.each((child) => child.ask('expect', { crowd, sequence }))
    const begun = await send()
    return { begun, at: await this.each((child) => child.ask('arrivals', { crowd, giveUpMs })) }
  }

  async expectLoss(crowd: string): Promise<void> {
    await this.each((child) => child.ask('expectLoss', { crowd }))
  }

  async whenLevel(crowd: string, giveUpMs: number): Promise<{ at: Float64Array[]; sequence: number; isAll: boolean }> {
    const all = await this.each((child) => child.ask('whenLevel', { crowd, giveUpMs }))
    return {
      at: all.map(({ at }) => at),
      sequence: Math.min(...all.map(({ sequence }) => sequence)),
      isAll: all.every(({ isAll }) => isAll),
    }
  }

  async record(crowd: string): Promise<void> {
    await this.each((child) => child.ask('record', { crowd }))
  }

  async recording(crowd: string): Promise<Recording> {
    const all = await this.each((child) => child.ask('recording', { crowd }))
    const orders: Record<string, number> = {}
    for (const one of all)
      for (const [order, phones] of Object.entries(one.orders)) orders[order] = (orders[order] ?? 0) + phones
    return { heard: all.map(({ heard }) => heard), sent: all.map(({ sent }) => sent), orders }
  }

  async act(crowd: string, aSecond: number, questions: Record<number, string>): Promise<void> {
    await this.each((child) => child.ask('act', { crowd, aSecond: aSecond / crowdProcesses, questions }))
  }

  async rest(crowd: string): Promise<void> {
    await this.each((child) => child.ask('rest', { crowd }))
  }

  async close(): Promise<void> {
    await Promise.all(this.children.map((child) => child.end()))
  }

  private each<Value>(work: (child: Child<CrowdProcess>, index: number) => Promise<Value>): Promise<Value[]> {
    return Promise.all(this.children.map(work))
  }
}

function shareOf(phones: number, index: number): number {
  return Math.floor((phones * (index + 1)) / crowdProcesses) - Math.floor((phones * index) / crowdProcesses)
}

/** Linux answers on all of 127.0.0.0/8: each address has ports of its own. */
function addressesOf(index: number): string[] {
  if (process.platform !== 'linux') return []
  return [0, 1, 2, 3].map((number) => `127.0.0.${2 + index * 4 + number}`)
}
