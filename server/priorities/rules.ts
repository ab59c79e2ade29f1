import { addMonthsToDay, type Day, nextLondonMidnight } from '../../shared/time/london.ts'

/** Teams and residents agree on up to three at a time; more are allowed, and whoever adds one is told. */
export const usualOpenPriorities = 3
/** After so many months an open priority should have an action. */
const monthsWithoutAction = 3
/** An event without an end is taken to last so long. */
const assumedHours = 2

interface Dated {
  agreed_on: Day
  closed_on: Day | null
  actions: readonly { done_on: Day | null }[]
}

/** Whether an open priority is older than three months with nothing recorded as done; what is only planned does not count. */
export function isWithoutAction(priority: Dated, today: Day): boolean {
  if (priority.closed_on !== null || priority.agreed_on >= addMonthsToDay(today, -monthsWithoutAction)) return false
  return priority.actions.every((action) => action.done_on === null)
}

interface Planned {
  id: number
  planned_for: Day | null
  done_on: Day | null
}

/** Puts actions in the order in which they are told: what was done, by date; then what is planned, that without a day last. */
export function byDate(one: Planned, other: Planned): number {
  if ((one.done_on === null) !== (other.done_on === null)) return one.done_on === null ? 1 : -1
  const [first, second] = [one, other].map((action) => action.done_on ?? action.planned_for ?? '9999-12-31')
  return first === second ? one.id - other.id : (first ?? '') < (second ?? '') ? -1 : 1
}

interface Timed {
  starts_at: Date
  ends_at: Date | null
}

/** When an event is over. */
export function overAt({ starts_at, ends_at }: Timed): Date {
  return ends_at ?? new Date(starts_at.getTime() + assumedHours * 3_600_000)
}

/** Until when what is shown of priorities and events stays true without anybody changing it: the next midnight, or an event's end. */
export function trueUntil(events: readonly Timed[], now: Date): Date {
  const ends = events.map(overAt).filter((end) => end > now)
  return new Date(Math.min(nextLondonMidnight(now).getTime(), ...ends.map((end) => end.getTime())))
}
