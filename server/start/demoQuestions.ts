import { randomBytes, randomUUID } from 'node:crypto'
import { INVENTED_QUESTIONS } from '../../data/synthetic/meeting.ts'
import type { Command, CommandDetails, CommandKind } from '../../shared/live/commands.ts'
import type { Handle } from '../database/database.ts'
import { DeviceActs } from '../live/acts.ts'
import { decideBatch, type Sender, type Sent } from '../live/decideBatch.ts'
import { readLog, writeChanges } from '../live/log.ts'
import { stateOf } from '../meetings/agenda.ts'

/** Asks the invented questions of the demo's meeting, each from a device of its own, by the rules that hold for every phone. */
export async function askInventedQuestions(handle: Handle, meeting: number, street: string, now: Date): Promise<void> {
  const before = stateOf((await readLog(handle.kysely, meeting, 0)).changes)
  const acts = new DeviceActs([])
  const chair: Sender = { kind: 'chair', isTeam: true }
  const about = before.items.find(({ kind }) => kind === 'questions')?.id ?? null
  const batch = INVENTED_QUESTIONS.flatMap(({ text, name, backings, isShown }): Sent[] => {
    const question = randomUUID()
    const asked = { question, text: text.replaceAll('*', street), name, item: about }
    return [
      sent(meeting, aDevice(), 'question:ask', asked),
      ...(isShown ? [sent(meeting, chair, 'question:approve', { question })] : []),
      ...Array.from({ length: backings }, () => sent(meeting, aDevice(), 'question:back', { question })),
    ]
  })
  const given = { now: now.getTime(), isCancelled: false, online: null }
  const { changes, state } = decideBatch(before, batch, acts, new Map(), given)
  await writeChanges(handle, meeting, { changes, phase: state.phase, ...acts.difference() })
}

function aDevice(): Sender {
  return { kind: 'device', device: randomBytes(16).toString('hex') }
}

function sent<Kind extends CommandKind>(
  meeting: number,
  sender: Sender,
  kind: Kind,
  detail: CommandDetails[Kind],
): Sent {
  return { sender, command: { id: randomUUID(), meeting, kind, detail } as Command }
}
