import { randomUUID } from 'node:crypto'
import { type BenchFigure, figure, quantile } from '../figure.ts'
import { type BenchChair, connectChair } from './chair.ts'
import { machineNow, pause } from './clock.ts'
import { openHall } from './hall.ts'
import { Hallful } from './hallful.ts'
import { itemsOf } from './oneMeeting.ts'
import { startOurs } from './servers.ts'
import { size } from './size.ts'

/** In each meeting a chair changes something, and a phone backs a question, about so often. */
const everyMs = 10_000
const settleMs = 2000
const barMs = 300

/** Many meetings on one process at once, each with its chair and phones that do something. */
export async function* benchManyMeetings(): AsyncGenerator<BenchFigure> {
  const hall = await openHall(size.meetings)
  const phones = new Hallful()
  const ours = await startOurs(hall.url)
  const chairs: BenchChair[] = []
  try {
    const meetings = hall.meetings.map(({ id }) => id)
    const questions: Record<number, string> = {}
    for (const meeting of hall.meetings) {
      const chair = await connectChair(ours.port, meeting, await itemsOf(hall, meeting.id))
      await chair.send('meeting:start', {})
      const question = randomUUID()
      await chair.send('question:add', { question, text: 'When is the lamp by the ford mended?' })
      questions[meeting.id] = question
      chairs.push(chair)
    }
    await phones.call('ours', { port: ours.port, meetings, phones: size.meetings * size.phonesOfEach })
    await pause(settleMs)
    await phones.record('ours')
    const work = await ours.child.ask('work')
    const begun = machineNow()
    await phones.act('ours', (size.meetings * 1000) / everyMs, questions)
    const sent = await runChairs(chairs, meetings, begun + size.seconds * 1000)
    const busy = ((await ours.child.ask('work')) - work) / (machineNow() - begun)
    await phones.rest('ours')
    const recording = await phones.recording('ours')
    const delays = delaysOf([...recording.sent, Float64Array.from(sent)], recording.heard)
    const wanted = delays.changes * size.phonesOfEach
    if (delays.all.length < wanted) throw new Error(`${wanted - delays.all.length} changes did not come to a phone`)
    const each = `${size.meetings} meetings at once, ${size.phonesOfEach} phones each`
    yield figure(`${each}: a change seen, p50, beside the bar of p99`, quantile(delays.all, 0.5), barMs, 'ms', wanted)
    yield figure(`${each}: a change seen, p99, beside the bar`, quantile(delays.all, 0.99), barMs, 'ms', wanted)
    yield figure(`${each}: cores that the server takes, of one`, busy, 1, 'cores', delays.changes)
  } finally {
    for (const chair of chairs) chair.close()
    await phones.close()
    await ours.child.end('SIGTERM')
    await hall.remove()
  }
}

/** Every chair changes something now and then until the end. @returns what they sent */
async function runChairs(chairs: BenchChair[], meetings: number[], until: number): Promise<number[]> {
  const sent: number[] = []
  await Promise.all(
    chairs.map(async (chair, index) => {
      await pause(Math.random() * everyMs)
      while (machineNow() < until) {
        const { at, sequence } = await chair.sendUsual()
        sent.push(meetings[index] ?? 0, sequence, at)
        await pause(everyMs * (0.5 + Math.random()))
      }
    }),
  )
  return sent
}

/** From the sending of each change to its coming to each phone. */
function delaysOf(sent: Float64Array[], heard: Float64Array[]): { all: number[]; changes: number } {
  const sentAt = new Map<number, number>()
  const nameOf = (numbers: Float64Array, index: number) => (numbers[index] ?? 0) * 1e6 + (numbers[index + 1] ?? 0)
  for (const numbers of sent)
    for (let index = 0; index < numbers.length; index += 3) {
      sentAt.set(nameOf(numbers, index), numbers[index + 2] ?? 0)
    }
  const all: number[] = []
  for (const numbers of heard)
    for (let index = 0; index < numbers.length; index += 3) {
      const at = sentAt.get(nameOf(numbers, index))
      if (at !== undefined) all.push((numbers[index + 2] ?? 0) - at)
    }
  return { all, changes: sentAt.size }
}
