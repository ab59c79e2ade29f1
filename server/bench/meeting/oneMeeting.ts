import type { Changed } from '../../../shared/live/protocol.ts'
import { type BenchFigure, figure, median, quantile } from '../figure.ts'
import { type BenchChair, connectChair } from './chair.ts'
import { machineNow, pause } from './clock.ts'
import { type BenchMeeting, type Hall, openHall } from './hall.ts'
import { Hallful } from './hallful.ts'
import { Phone } from './phone.ts'
import { type MeasuredServer, startBare, startOurs } from './servers.ts'
import { isWanted, size } from './size.ts'

const giveUpMs = 30_000
const reconnectGiveUpMs = 180_000
/** Between two changes, so that one does not run into the next. */
const betweenMs = 300
const connectedMs = 3000

/** One meeting with a whole town's phones, beside a bare server with as many: how long a change takes, what a phone weighs, and how long coming back takes. */
export async function* benchOneMeeting(): AsyncGenerator<BenchFigure> {
  const hall = await openHall(1)
  const phones = new Hallful()
  const servers: MeasuredServer[] = []
  try {
    const [ours, bare] = [await startOurs(hall.url), await startBare()]
    servers.push(ours, bare)
    const [meeting] = hall.meetings as [BenchMeeting]
    const before = await weigh({ ours, bare })
    await connectEverybody({ ours, bare }, phones, meeting)
    if (isWanted('changes')) yield* tellChanges(ours, bare, phones, meeting, hall)
    yield* weights(before, await weigh({ ours, bare }))
    if (isWanted('reconnect')) yield* reconnect(ours, bare, phones, meeting, hall)
  } finally {
    await phones.close()
    for (const { child } of servers) await child.end('SIGTERM')
    await hall.remove()
  }
}

type Both<Value> = Record<MeasuredServer['name'], Value>

/** What a server's memory holds, in bytes. */
interface Weight {
  resident: number
  heap: number
}

async function weigh({ ours, bare }: Both<MeasuredServer>): Promise<Both<Weight>> {
  return { ours: await ours.child.ask('memory'), bare: await bare.child.ask('memory') }
}

async function connectEverybody(servers: Both<MeasuredServer>, phones: Hallful, meeting: BenchMeeting): Promise<void> {
  for (const { name, port } of [servers.ours, servers.bare]) {
    const begun = machineNow()
    await phones.call(name, { port, meetings: [meeting.id], phones: size.phones })
    console.error(`${name}: ${size.phones} phones connected in ${((machineNow() - begun) / 1000).toFixed(1)} s`)
  }
  await pause(connectedMs)
}

/** What a phone weighs, by what servers held before phones came and once they had been told something. */
function* weights(before: Both<Weight>, after: Both<Weight>): Generator<BenchFigure> {
  for (const [what, name] of [
    ['resident', 'memory of a phone, resident'],
    ['heap', 'memory of a phone, heap'],
  ] as const) {
    const each = (server: 'ours' | 'bare') => (after[server][what] - before[server][what]) / 1000 / size.phones
    yield figure(name, each('ours'), each('bare'), 'kB', size.phones)
  }
}

/** Changes by turns at ours, by a chair's command and through the log, and at the bare one: the same message handed on. */
async function* tellChanges(
  ours: MeasuredServer,
  bare: MeasuredServer,
  phones: Hallful,
  meeting: BenchMeeting,
  hall: Hall,
): AsyncGenerator<BenchFigure> {
  const chair = await startedMeeting(ours, meeting, hall)
  let message: Changed | undefined
  const line = { meeting: meeting.id, as: 'phone' as const }
  const listener = await connected({ ...line, port: ours.port }, (changed) => {
    message = changed
  })
  const speaker = await connected({ ...line, port: bare.port })
  await chair.sendUsual()
  await pause(1000)
  const last: Both<number> = { ours: await hall.lastSequence(meeting.id), bare: 1000 }
  const send: Both<() => Promise<number>> = {
    ours: async () => (await chair.sendUsual()).at,
    bare: async () => {
      const at = machineNow()
      const changes = message?.changes.map((change) => ({ ...change, sequence: last.bare }))
      await speaker.send('tell', { ...message, changes })
      return at
    },
  }
  const taken: Both<{ times: Float64Array[]; work: number[] }> = {
    ours: { times: [], work: [] },
    bare: { times: [], work: [] },
  }
  for (let round = 0; round < size.changes; round += 1)
    for (const server of round % 2 === 0 ? [ours, bare] : [bare, ours]) {
      const { name, child } = server
      last[name] += 1
      const before = await child.ask('work')
      const { begun, at } = await phones.arrivals(name, last[name], send[name], giveUpMs)
      const work = (await child.ask('work')) - before
      const times = Float64Array.from(at.flatMap((some) => [...some])).map((time) => time - begun)
      if (times.length < size.phones) throw new Error(`${name}: a change came to ${times.length} phones only`)
      if (round > 1) {
        taken[name].times.push(times) // the first two rounds warm both
        taken[name].work.push(work)
      }
      await pause(betweenMs)
    }
  listener.close()
  speaker.close()
  chair.close()
  const rounds = taken.ours.times.length
  const beside = (name: string, unit: string, value: (one: (typeof taken)['ours']) => number) =>
    figure(name, value(taken.ours), value(taken.bare), unit, rounds)
  const ofEach = (share: number) => (one: (typeof taken)['ours']) =>
    median(one.times.map((times) => quantile(times, share)))
  yield beside('a change seen by half of the phones', 'ms', ofEach(0.5))
  yield beside('a change seen by 99 of 100 phones', 'ms', ofEach(0.99))
  yield beside('a change seen by the last phone', 'ms', ofEach(1))
  yield beside('a change seen, p99 of all phones and changes', 'ms', ({ times }) =>
    quantile(
      times.flatMap((some) => [...some]),
      0.99,
    ),
  )
  yield beside("server's work for a change", 'ms', ({ work }) => median(work))
}

/** Kills each server and starts it again on its port: how long until every phone has what the log has. */
async function* reconnect(
  ours: MeasuredServer,
  bare: MeasuredServer,
  phones: Hallful,
  meeting: BenchMeeting,
  hall: Hall,
): AsyncGenerator<BenchFigure> {
  const taken = {} as Both<{ sinceReady: number; sinceKill: number }>
  for (const server of [ours, bare]) {
    await phones.expectLoss(server.name)
    const { killedAt, readyAt } = await server.killAndStart(machineNow)
    const { at, sequence, isAll } = await phones.whenLevel(server.name, reconnectGiveUpMs)
    if (!isAll) throw new Error(`${server.name}: not every phone came back`)
    if (server.name === 'ours' && sequence !== (await hall.lastSequence(meeting.id)))
      throw new Error('A phone came back without what the log has')
    const lastAt = Math.max(...at.map((some) => quantile(some, 1)))
    taken[server.name] = { sinceReady: (lastAt - readyAt) / 1000, sinceKill: (lastAt - killedAt) / 1000 }
  }
  const beside = (name: string, of: keyof (typeof taken)['ours']) =>
    figure(name, taken.ours[of], taken.bare[of], 's', size.phones)
  yield beside('every phone back and level, after the server was ready again', 'sinceReady')
  yield beside('every phone back and level, after the kill', 'sinceKill')
}

async function startedMeeting(ours: MeasuredServer, meeting: BenchMeeting, hall: Hall): Promise<BenchChair> {
  const chair = await connectChair(ours.port, meeting, await itemsOf(hall, meeting.id))
  await chair.send('meeting:start', {})
  return chair
}

/** The ids of a meeting's agenda. */
export async function itemsOf(hall: Hall, meeting: number): Promise<string[]> {
  const [planned] = await hall.log(meeting)
  return planned?.kind === 'meeting:planned' ? planned.detail.items.map(({ id }) => id) : []
}

function connected(
  line: ConstructorParameters<typeof Phone>[0],
  onChanged: (changed: Changed) => void = () => {},
): Promise<Phone> {
  return new Promise((resolve) => {
    const phone = new Phone(line, {
      onLevel: () => resolve(phone),
      onChanged: (_phone, changed) => onChanged(changed),
    })
  })
}
