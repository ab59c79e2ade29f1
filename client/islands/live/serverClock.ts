import { clockOffset } from '../../../shared/live/clock.ts'

/** Keeps how far the server's clock is from the device's: of several askings the one with the shortest way is the best. */
export class ServerClock {
  offsetMs: number
  private wayMs = Number.POSITIVE_INFINITY

  /** @param pageNow the server's clock when it wrote the page */
  constructor(pageNow: number) {
    this.offsetMs = pageNow - Date.now()
  }

  /** Takes the clock of an answer. @param askedAt when it was asked for, by the device's clock */
  take(askedAt: number, serverNow: number): void {
    const { offsetMs, wayMs } = clockOffset(askedAt, serverNow, Date.now())
    if (wayMs > this.wayMs) return
    this.wayMs = wayMs
    this.offsetMs = offsetMs
  }

  /** The device has slept: what was measured before may be wrong now. */
  doubt(): void {
    this.wayMs = Number.POSITIVE_INFINITY
  }
}
