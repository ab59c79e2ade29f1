import type { Audience } from '../../shared/live/audience.ts'
import type { MeetingChange } from '../../shared/live/changes.ts'
import type { Told } from './room.ts'

/** After a telling the next waits so long, so that what a busy hall does goes out together: longer where many listen. */
const apartMs = 100
const apartForManyMs = 250
const many = 2000

interface Meeting {
  waiting: Told[]
  lastAt: number
  timer: NodeJS.Timeout | undefined
}

/** Tells a process's sockets of changes: the first at once, those that follow on its heels together. */
export class Teller {
  private readonly meetings = new Map<number, Meeting>()
  private readonly emit: (meeting: number, audience: Audience, changes: MeetingChange[]) => void
  private readonly listeners: (meeting: number) => number
  private readonly emitted: (meeting: number, told: readonly Told[]) => void

  /** @param emitted is called with what has just been told */
  constructor(
    emit: (meeting: number, audience: Audience, changes: MeetingChange[]) => void,
    listeners: (meeting: number) => number,
    emitted: (meeting: number, told: readonly Told[]) => void = () => {},
  ) {
    this.emit = emit
    this.listeners = listeners
    this.emitted = emitted
  }

  tell(meeting: number, told: readonly Told[]): void {
    const held = this.meetings.get(meeting) ?? { waiting: [], lastAt: Number.NEGATIVE_INFINITY, timer: undefined }
    this.meetings.set(meeting, held)
    held.waiting.push(...told)
    if (held.timer) return
    const apart = this.listeners(meeting) > many ? apartForManyMs : apartMs
    const wait = held.lastAt + apart - performance.now()
    if (wait <= 0) this.flush(meeting, held)
    else held.timer = setTimeout(() => this.flush(meeting, held), wait)
  }

  close(): void {
    for (const [meeting, held] of this.meetings) {
      clearTimeout(held.timer)
      if (held.waiting.length > 0) this.flush(meeting, held)
    }
  }

  private flush(meeting: number, held: Meeting): void {
    const told = held.waiting
    held.waiting = []
    held.timer = undefined
    held.lastAt = performance.now()
    for (const audience of ['chair', 'everyone'] as const)
      this.emit(meeting, audience, withoutOvertaken(told.map((one) => one[audience])))
    this.emitted(meeting, told)
    if (this.listeners(meeting) === 0) this.meetings.delete(meeting)
  }
}

/** Of several backings of a question in one telling only the last number matters. */
export function withoutOvertaken(changes: readonly MeetingChange[]): MeetingChange[] {
  const seen = new Set<string>()
  return changes
    .toReversed()
    .map((change): MeetingChange => {
      if (change.kind !== 'question:backed') return change
      const { question } = change.detail
      if (seen.has(question)) return { sequence: change.sequence, at: change.at, kind: 'nothing', detail: {} }
      seen.add(question)
      return change
    })
    .toReversed()
}
