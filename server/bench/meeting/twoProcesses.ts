import { type BenchFigure, figure } from '../figure.ts'
import { connectChair } from './chair.ts'
import { pause } from './clock.ts'
import { orderWith } from './crowd.ts'
import { type BenchMeeting, openHall } from './hall.ts'
import { Hallful } from './hallful.ts'
import { itemsOf } from './oneMeeting.ts'
import { type MeasuredServer, startOurs } from './servers.ts'
import { size } from './size.ts'

const phonesOfEach = 200
const settleMs = 3000

/** Two processes on one database, a chair at each who change things at once: every phone of both must see the order that the log has. */
export async function* benchTwoProcesses(): AsyncGenerator<BenchFigure> {
  const hall = await openHall(1)
  const phones = new Hallful()
  const servers: MeasuredServer[] = []
  try {
    const [meeting] = hall.meetings as [BenchMeeting]
    const items = await itemsOf(hall, meeting.id)
    servers.push(await startOurs(hall.url), await startOurs(hall.url))
    const chairs = []
    for (const [index, { port }] of servers.entries()) {
      chairs.push(await connectChair(port, meeting, items))
      await phones.call(`${index}`, { port, meetings: [meeting.id], phones: phonesOfEach })
      await phones.record(`${index}`)
    }
    const known = await hall.lastSequence(meeting.id)
    await chairs[0]?.send('meeting:start', {})
    await Promise.all(
      chairs.map(async (chair) => {
        for (let round = 0; round < size.changes; round += 1) await chair.sendUsual()
      }),
    )
    await pause(settleMs)
    const changes = (await hall.log(meeting.id)).slice(known)
    const order = changes.reduce(orderWith, '')
    let same = 0
    for (const index of servers.keys()) same += (await phones.recording(`${index}`)).orders[order] ?? 0
    for (const chair of chairs) chair.close()
    const name = 'two processes on one database: phones that saw the order of the log'
    yield figure(name, same, phonesOfEach * servers.length, 'phones', changes.length)
  } finally {
    await phones.close()
    for (const { child } of servers) await child.end('SIGTERM')
    await hall.remove()
  }
}
