import type { Device } from '../../shared/live/decision.ts'
import type { DeviceAct, StoredChange } from './log.ts'

export type ActKind = 'asked' | 'backed' | 'raised'

/** What devices have done in a meeting, as a batch of commands changes it. */
export class DeviceActs {
  private readonly before: ReadonlyMap<string, DeviceAct>
  private readonly now: Map<string, DeviceAct>

  constructor(acts: readonly DeviceAct[]) {
    this.before = new Map(acts.map((act) => [keyOf(act), act]))
    this.now = new Map(this.before)
  }

  /** What the rules need to know of a device. */
  of(device: string, since: number | null): Device {
    const subjects = (kind: ActKind) =>
      [...this.now.values()].filter((act) => act.device === device && act.kind === kind).map(({ subject }) => subject)
    return { kind: 'device', asked: subjects('asked'), backed: subjects('backed'), hands: subjects('raised'), since }
  }

  /** How many devices want at least one of some questions answered. */
  devicesBehind(questions: readonly string[]): number {
    const behind = [...this.now.values()].filter(
      ({ kind, subject }) => kind === 'backed' && questions.includes(subject),
    )
    return new Set(behind.map(({ device }) => device)).size
  }

  /**
   * Keeps what a change means for devices.
   * @param device the one whose command made the change; undefined for a chair's
   */
  keep(change: StoredChange, device: string | undefined): void {
    if (change.kind === 'question:merged') this.merge(change.detail.question, change.detail.into)
    if (device === undefined) return
    if (change.kind === 'question:asked') {
      this.add({ device, kind: 'asked', subject: change.detail.question })
      this.add({ device, kind: 'backed', subject: change.detail.question })
    }
    if (change.kind === 'queue:added') this.add({ device, kind: 'raised', subject: change.detail.hand })
    if (change.kind === 'question:backed') {
      // A device's command either backs, or takes its backing away.
      const act = { device, kind: 'backed' as const, subject: change.detail.question }
      if (this.now.has(keyOf(act))) this.now.delete(keyOf(act))
      else this.add(act)
    }
  }

  /** What is to be written: the difference to what was read. */
  difference(): { actsAdded: DeviceAct[]; actsRemoved: DeviceAct[] } {
    return {
      actsAdded: [...this.now].filter(([key]) => !this.before.has(key)).map(([, act]) => act),
      actsRemoved: [...this.before].filter(([key]) => !this.now.has(key)).map(([, act]) => act),
    }
  }

  private add(act: DeviceAct): void {
    this.now.set(keyOf(act), act)
  }

  /** Whoever backs a question that goes up in another backs that one, once. */
  private merge(question: string, into: string): void {
    for (const act of [...this.now.values()]) {
      if (act.kind !== 'backed' || act.subject !== question) continue
      this.now.delete(keyOf(act))
      this.add({ ...act, subject: into })
    }
  }
}

function keyOf({ device, kind, subject }: DeviceAct): string {
  return `${device} ${kind} ${subject}`
}
