import { randomUUID } from 'node:crypto'
import { INVENTED_QUESTIONS } from '../../data/synthetic/meeting.ts'
import type { Handle } from '../database/database.ts'
import { aDevice, DemoLog, theTeam } from './demoLog.ts'

/** Asks the invented questions of the demo's open meeting, each from a device of its own. */
export async function askInventedQuestions(handle: Handle, meeting: number, street: string, now: Date): Promise<void> {
  const log = await DemoLog.of(handle, meeting)
  const item = log.state.items.find(({ kind }) => kind === 'questions')?.id ?? null
  for (const { text, name, backings, isShown } of INVENTED_QUESTIONS) {
    const question = randomUUID()
    log.send(now, aDevice(), 'question:ask', { question, text: text.replaceAll('*', street), name, item })
    if (isShown) log.send(now, theTeam, 'question:approve', { question })
    for (let device = 0; device < backings; device += 1) log.send(now, aDevice(), 'question:back', { question })
  }
  await log.write(handle)
}
