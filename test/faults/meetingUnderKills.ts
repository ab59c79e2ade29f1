import { randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { StoredChange } from '../../server/live/log.ts'
import { stateSeenBy } from '../../shared/live/audience.ts'
import type { CommandInput, CommandKind } from '../../shared/live/commands.ts'
import { reduce } from '../../shared/live/reduce.ts'
import { emptyMeeting, type MeetingState } from '../../shared/live/state.ts'
import { aCommand, LiveClient } from '../support/liveClient.ts'
import { type ServiceProcess, startServiceProcess } from '../support/service.ts'

/** What was promised and what is there, after a server was killed again and again in a running meeting. */
export interface AfterKills {
  /** Commands that were answered as done, with the number they were given. */
  acknowledged: { id: string; kind: CommandKind; sequence: number }[]
  /** What each client came to, without reloading. */
  clients: { as: 'phone' | 'chair'; state: MeetingState; taken: number[] }[]
}

interface Given {
  meeting: number
  /** The cookie of a chair's link. */
  chairCookie: string
  environment: Record<string, string>
  phones: number
  kills: number
  /** How long the meeting runs between two kills. */
  betweenMs: number
  /** Hears of every kill, and how many commands were answered as done until then. */
  onKill?(kill: number, acknowledged: number): void
}

/**
 * Runs a meeting in which phones ask, back and raise hands, and a chair moves on and writes minutes, while the server is killed as by
 * kill -9 and started again on the same port.
 */
export async function meetingUnderKills({
  meeting,
  chairCookie,
  environment,
  phones,
  kills,
  betweenMs,
  onKill,
}: Given): Promise<AfterKills> {
  const port = await freePort()
  const start = () =>
    startServiceProcess({ ...environment, PORT: String(port), PUBLIC_URL: `http://localhost:${port}` })
  let service: ServiceProcess = await start()
  const url = `http://127.0.0.1:${port}`
  const chair = new LiveClient(url, meeting, 'chair', chairCookie)
  const others = Array.from({ length: phones }, () => new LiveClient(url, meeting, 'phone'))
  const everyone = [chair, ...others]
  const acknowledged: AfterKills['acknowledged'] = []
  const send = async (client: LiveClient, command: CommandInput) => {
    const answer = await client.sendSurely(command)
    if (answer.ok) acknowledged.push({ id: command.id, kind: command.kind, sequence: answer.sequence })
  }
  let isOn = true
  try {
    await Promise.all(everyone.map((client) => client.ready()))
    await send(chair, aCommand(meeting, 'meeting:start', {}))
    const acting = [
      chairing(chair, send, () => isOn),
      ...others.map((phone, index) => attending(phone, index, send, () => isOn)),
    ]
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(betweenMs * (0.5 + Math.random()))
      await service.end('SIGKILL')
      onKill?.(kill + 1, acknowledged.length)
      service = await start()
    }
    await pause(betweenMs)
    isOn = false
    await Promise.all(acting)
    const last = Math.max(...acknowledged.map(({ sequence }) => sequence))
    await Promise.all(everyone.map((client) => client.until(({ sequence }) => sequence >= last, `change ${last}`)))
  } finally {
    isOn = false
    for (const client of everyone) client.close()
    await service.end()
  }
  return {
    acknowledged,
    clients: everyone.map(({ as, state, taken }) => ({ as: as as 'phone' | 'chair', state, taken })),
  }
}

/** What is wrong, a sentence each: nothing acknowledged may be lost or stored twice, and every client has come to what the log says. */
export function faultsAfterKills(
  { acknowledged, clients }: AfterKills,
  log: readonly StoredChange[],
  commands: ReadonlyMap<string, number>,
): string[] {
  const faults: string[] = []
  if (log.some(({ sequence }, index) => sequence !== index + 1)) faults.push('The log has gaps')
  for (const { id, kind, sequence } of acknowledged) {
    const stored = commands.get(id)
    // A command that found what it wants to be so already made no change.
    if (stored !== undefined && stored !== sequence) faults.push(`Command ${id} was told ${sequence} and is ${stored}`)
    if (stored === undefined && alwaysChange.includes(kind)) faults.push(`${kind} ${id} was acknowledged and is lost`)
    if (sequence > log.length) faults.push(`Change ${sequence} was acknowledged and is lost`)
  }
  const whole = log.reduce<MeetingState>(reduce, emptyMeeting)
  for (const [index, { as, state, taken }] of clients.entries()) {
    const wanted = stateSeenBy(as === 'chair' ? 'chair' : 'everyone', whole)
    if (JSON.stringify(sorted(state)) !== JSON.stringify(sorted(wanted)))
      faults.push(`Client ${index} sees something else`)
    if (new Set(taken).size !== taken.length) faults.push(`Client ${index} took a change twice`)
  }
  return faults
}

/** Commands that, when they are done, have changed something. */
const alwaysChange: readonly CommandKind[] = ['meeting:start', 'question:ask', 'hand:raise', 'minutes:add']

type Send = (client: LiveClient, command: CommandInput) => Promise<void>

async function chairing(chair: LiveClient, send: Send, isOn: () => boolean): Promise<void> {
  for (let round = 0; isOn(); round += 1) {
    const { meeting, state } = chair
    const waiting = state.questions.find((question) => question.state === 'waiting')
    if (waiting) await send(chair, aCommand(meeting, 'question:approve', { question: waiting.id }))
    const [first] = state.queue
    if (first)
      await send(chair, aCommand(meeting, first.speakingSince ? 'queue:done' : 'queue:call', { hand: first.id }))
    const item = state.items[round % state.items.length]
    if (item) await send(chair, aCommand(meeting, 'meeting:goto', { item: item.id }))
    const entry = { id: randomUUID(), kind: 'note' as const, text: `Note ${round}` }
    await send(chair, aCommand(meeting, 'minutes:add', { entry }))
    await pause(20)
  }
}

async function attending(phone: LiveClient, index: number, send: Send, isOn: () => boolean): Promise<void> {
  await pause(index * 10)
  await send(phone, aCommand(phone.meeting, 'question:ask', { question: randomUUID(), text: `Question of ${index}?` }))
  for (let round = 0; isOn(); round += 1) {
    const { questions } = phone.state
    const question = questions[(round + index) % Math.max(1, questions.length)]
    const kind = round % 2 === 0 ? 'question:back' : 'question:unback'
    if (question) await send(phone, aCommand(phone.meeting, kind, { question: question.id }))
    if (round % 5 === 0) await send(phone, aCommand(phone.meeting, 'hand:raise', { hand: randomUUID() }))
    await pause(250)
  }
}

/** jsonb keeps another order of fields than the process that wrote them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, field]) => [key, sorted(field)]),
  )
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    }),
  )
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
