import { randomUUID } from 'node:crypto'
import { machineNow, pause } from './clock.ts'
import type { BenchMeeting } from './hall.ts'
import { Phone } from './phone.ts'

/** Somebody at one of ours who chairs a meeting. */
export interface BenchChair {
  /** Sends a command until it is stored. @returns when it was sent, and the number of its change */
  send(kind: string, detail: object): Promise<{ at: number; sequence: number }>
  /** Sends one of the changes of a usual evening: the next item, a question read out, somebody who wants to speak. */
  sendUsual(): Promise<{ at: number; sequence: number }>
  close(): void
}

/**
 * Connects a chair.
 * @param items the agenda's
 */
export async function connectChair(
  port: number,
  { id, chairCookie }: BenchMeeting,
  items: string[],
): Promise<BenchChair> {
  const phone = await new Promise<Phone>((resolve) => {
    const line = { port, meeting: id, as: 'chair' as const, cookie: chairCookie }
    const connecting = new Phone(line, { onLevel: () => resolve(connecting) })
  })
  let round = 0
  const send: BenchChair['send'] = async (kind, detail) => {
    for (;;) {
      const at = machineNow()
      const answer = await phone.send(kind, detail)
      if (answer?.ok) return { at, sequence: answer.sequence }
      if (answer && answer.reason !== 'too-fast') throw new Error(`${kind}: ${answer.message}`)
      await pause(answer?.retryAfterMs ?? 100)
    }
  }
  return {
    send,
    sendUsual: () => {
      round += 1
      // Every one changes something: the first item is on from the start.
      if (round % 3 === 1) return send('meeting:goto', { item: items[Math.ceil(round / 3) % items.length] })
      if (round % 3 === 2)
        return send('question:add', { question: randomUUID(), text: 'When is the lamp by the ford mended?' })
      return send('queue:add', { hand: randomUUID(), name: 'The lady in the second row' })
    },
    close: () => phone.close(),
  }
}
