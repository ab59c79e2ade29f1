import type { AgendaItem, MeetingState } from './state.ts'

/** What the clock of an item says, in milliseconds. */
export interface ItemClock {
  spentMs: number
  plannedMs: number
  /** What is left of the plan; 0 once it is used up. */
  leftMs: number
  /** By how much the plan is overrun; 0 before that. */
  overMs: number
  isRunning: boolean
}

/** @param now the server's clock: a screen adds the offset that `clockOffset` gives to its own */
export function itemClock(item: AgendaItem, now: number): ItemClock {
  const spentMs = item.spentMs + (item.runningSince === null ? 0 : Math.max(0, now - item.runningSince))
  const plannedMs = item.plannedMinutes * 60_000
  return {
    spentMs,
    plannedMs,
    leftMs: Math.max(0, plannedMs - spentMs),
    overMs: Math.max(0, spentMs - plannedMs),
    isRunning: item.runningSince !== null,
  }
}

/** When the meeting will end if what is still to come takes as long as planned; null when it is not running. */
export function expectedEnd(state: MeetingState, now: number): number | null {
  if (state.phase !== 'running') return null
  const open = state.items.filter((item) => !item.isDone)
  return now + open.reduce((sum, item) => sum + itemClock(item, now).leftMs, 0)
}

/** How long somebody has been speaking, in milliseconds. */
export function speakingMs(speakingSince: number | null, now: number): number {
  return speakingSince === null ? 0 : Math.max(0, now - speakingSince)
}

/**
 * What to add to a screen's own clock so that it shows the server's. The server's time is taken to be that of half-way between asking and
 * the answer; of several, the one with the shortest way is the best.
 */
export function clockOffset(
  askedAt: number,
  serverNow: number,
  answeredAt: number,
): { offsetMs: number; wayMs: number } {
  const wayMs = Math.max(0, answeredAt - askedAt)
  return { offsetMs: serverNow - (askedAt + wayMs / 2), wayMs }
}
