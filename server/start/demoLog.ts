import { randomBytes, randomUUID } from 'node:crypto'
import type { Command, CommandDetails, CommandKind } from '../../shared/live/commands.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Handle } from '../database/database.ts'
import { DeviceActs } from '../live/acts.ts'
import { decideBatch, type Sender, type Sent, type Stored } from '../live/decideBatch.ts'
import { forgetDevices, readLog, writeChanges } from '../live/log.ts'
import { stateOf } from '../meetings/agenda.ts'
import { followMinutes } from '../meetings/minutes/follow.ts'

export const theTeam: Sender = { kind: 'chair', isTeam: true }

/** A device that nobody holds. */
export function aDevice(): Sender {
  return { kind: 'device', device: randomBytes(16).toString('hex'), since: null }
}

/** Writes the log of a meeting of the demo by the commands and the rules that hold for everybody, each at a time of its own. */
export class DemoLog {
  private readonly acts = new DeviceActs([])
  private readonly changes: Stored[] = []
  private readonly meeting: number
  state: MeetingState

  private constructor(meeting: number, state: MeetingState) {
    this.meeting = meeting
    this.state = state
  }

  static async of(handle: Handle, meeting: number): Promise<DemoLog> {
    return new DemoLog(meeting, stateOf((await readLog(handle.kysely, meeting, 0)).changes))
  }

  /**
   * @param online how many follow, as closing writes it
   * @throws Error when the rules refuse it
   */
  send<Kind extends CommandKind>(
    at: Date,
    sender: Sender,
    kind: Kind,
    detail: CommandDetails[Kind],
    online: number | null = null,
  ): void {
    const command = { id: randomUUID(), meeting: this.meeting, kind, detail } as Command
    const sent: Sent = { sender, command }
    const given = { now: at.getTime(), isCancelled: false, online }
    const { outcomes, changes, state } = decideBatch(this.state, [sent], this.acts, new Map(), given)
    const refused = outcomes.find(({ ok }) => !ok)
    if (refused) throw new Error(`The demo's ${kind} is refused: ${JSON.stringify(refused)}`)
    this.changes.push(...changes)
    this.state = state
  }

  /** Stores what was sent, with what follows from it. */
  async write(handle: Handle): Promise<void> {
    const { meeting, changes, state, acts } = this
    await writeChanges(handle, meeting, { changes, phase: state.phase, ...acts.difference() })
    for (const { change, sent, after } of changes) {
      if (sent.sender.kind === 'device') continue
      if (change.kind === 'minutes:published') await forgetDevices(handle, meeting)
      await followMinutes(handle, { meeting, change, after, person: null })
    }
  }
}
