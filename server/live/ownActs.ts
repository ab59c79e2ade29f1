import type { OwnActs } from '../../shared/live/protocol.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Database } from '../database/database.ts'
import { actsOf } from './queries.ts'

type Acts = Awaited<ReturnType<typeof actsOf>>

interface Gathered {
  devices: Set<string>
  acts: Promise<Map<string, Acts>>
}

/** How long devices that come back at once are gathered before they are looked up together. */
const gatherMs = 15

/** Reads what devices have done; a whole hall that comes back after a restart costs a few queries. */
export class OwnActsReader {
  private readonly gathering = new Map<number, Gathered>()
  private readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  /** What a device has done in a meeting, by its hash; a function of the state, which may move on meanwhile. */
  async read(meeting: number, device: string): Promise<(state: MeetingState) => OwnActs> {
    const acts = (await this.gather(meeting, device)).get(device) ?? []
    return (state) => (acts.length > 0 ? ownActs(acts, state) : noActs)
  }

  private gather(meeting: number, device: string): Promise<Map<string, Acts>> {
    const held = this.gathering.get(meeting)
    if (held) {
      held.devices.add(device)
      return held.acts
    }
    const devices = new Set([device])
    const acts = new Promise<void>((resolve) => setTimeout(resolve, gatherMs)).then(async () => {
      this.gathering.delete(meeting)
      return Map.groupBy(await actsOf(this.database.kysely, meeting, [...devices]), (act) => act.device)
    })
    this.gathering.set(meeting, { devices, acts })
    return acts
  }
}

/** What nobody has done. */
export const noActs: OwnActs = { questions: [], backed: [], hand: null }

function ownActs(acts: Acts, state: MeetingState): OwnActs {
  const subjects = (kind: Acts[number]['kind']) => acts.flatMap((act) => (act.kind === kind ? act.subject : []))
  const asked = subjects('asked')
  const raised = subjects('raised')
  return {
    questions: state.questions.flatMap(({ id, text, state }) => (asked.includes(id) ? { id, text, state } : [])),
    backed: subjects('backed'),
    hand: state.queue.find(({ id }) => raised.includes(id))?.id ?? null,
  }
}
