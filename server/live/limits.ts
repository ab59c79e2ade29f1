import { LRUCache } from 'lru-cache'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { CommandKind } from '../../shared/live/commands.ts'

/**
 * Limits on what comes in. None is by network address alone: a hall shares one. Beside them stand the rules' own: so many questions a
 * device, one hand, so many questions a meeting.
 */
export interface LiveLimits {
  /** Messages of one device, or socket: a second, and in one go. */
  messagesASecond: number
  messagesAtOnce: number
  /** Commands of a chair, who may be clearing a list. */
  chairMessagesASecond: number
  chairMessagesAtOnce: number
  /** Commands of all devices of a meeting a second. */
  meetingASecond: number
  /** Devices that do something in a meeting for the first time, a minute: of one network address, and of one meeting. */
  newAskersOfAddress: number
  newAskersOfMeeting: number
  /** The same for those who only back. */
  newBackersOfAddress: number
  /** Answers to the question after a meeting a minute, a device each: of one network address, and about one meeting. */
  answersOfAddress: number
  answersOfMeeting: number
}

export const usualLimits: LiveLimits = {
  messagesASecond: 5,
  messagesAtOnce: 20,
  chairMessagesASecond: 20,
  chairMessagesAtOnce: 100,
  meetingASecond: 300,
  newAskersOfAddress: 200,
  newAskersOfMeeting: 600,
  newBackersOfAddress: 2000,
  answersOfAddress: 200,
  answersOfMeeting: 600,
}

/** A token bucket: small enough to have one a socket. */
export class Bucket {
  private left: number
  private at: number
  private readonly rate: number
  private readonly size: number

  constructor(aSecond: number, atOnce: number, now: number) {
    this.rate = aSecond / 1000
    this.size = atOnce
    this.left = atOnce
    this.at = now
  }

  /** Takes one. @returns 0, or after how many milliseconds there is one */
  take(now: number): number {
    this.left = Math.min(this.size, this.left + Math.max(0, now - this.at) * this.rate)
    this.at = now
    if (this.left < 1) return Math.ceil((1 - this.left) / this.rate)
    this.left -= 1
    return 0
  }
}

const asks: readonly CommandKind[] = ['question:ask', 'hand:raise']

/** Keeps the limits that go beyond one socket, in memory. */
export class CommandLimits {
  private readonly limits: LiveLimits
  private readonly buckets = new LRUCache<string, Bucket>({ max: 20_000 })
  /** Devices that have had something stored here: they are not new. */
  private readonly known = new LRUCache<string, true>({ max: 100_000 })
  private readonly askersOfAddress: RateLimiterMemory
  private readonly askersOfMeeting: RateLimiterMemory
  private readonly backersOfAddress: RateLimiterMemory
  private readonly answersOfAddress: RateLimiterMemory
  private readonly answersOfMeeting: RateLimiterMemory

  constructor(limits: LiveLimits) {
    this.limits = limits
    const aMinute = (points: number) => new RateLimiterMemory({ points, duration: 60 })
    this.askersOfAddress = aMinute(limits.newAskersOfAddress)
    this.askersOfMeeting = aMinute(limits.newAskersOfMeeting)
    this.backersOfAddress = aMinute(limits.newBackersOfAddress)
    this.answersOfAddress = aMinute(limits.answersOfAddress)
    this.answersOfMeeting = aMinute(limits.answersOfMeeting)
  }

  /** A bucket for whoever sends through one socket, or as one device over HTTP. */
  newBucket(isChair: boolean): Bucket {
    const { messagesASecond, messagesAtOnce, chairMessagesASecond, chairMessagesAtOnce } = this.limits
    const now = performance.now()
    return isChair
      ? new Bucket(chairMessagesASecond, chairMessagesAtOnce, now)
      : new Bucket(messagesASecond, messagesAtOnce, now)
  }

  /** The bucket that goes by a name, for what has no socket. */
  bucketOf(name: string, isChair: boolean): Bucket {
    const bucket = this.buckets.get(name) ?? this.newBucket(isChair)
    this.buckets.set(name, bucket)
    return bucket
  }

  /**
   * Takes a device's command. @returns 0, or after how many milliseconds to send it again
   * @param device its hash in the meeting
   */
  async takeOfDevice(kind: CommandKind, meeting: number, device: string, address: string): Promise<number> {
    if (!this.known.has(device)) {
      const isAsking = asks.includes(kind)
      const wait = await take(isAsking ? this.askersOfAddress : this.backersOfAddress, address)
      if (wait > 0) return wait
      const meetingWait = isAsking ? await take(this.askersOfMeeting, String(meeting)) : 0
      if (meetingWait > 0) return meetingWait
    }
    const { meetingASecond } = this.limits
    const name = `meeting ${meeting}`
    const bucket = this.buckets.get(name) ?? new Bucket(meetingASecond, meetingASecond, performance.now())
    this.buckets.set(name, bucket)
    const wait = bucket.take(performance.now())
    // Those who have to wait do not all come back in the same moment.
    return wait > 0 ? wait + Math.random() * 1500 : 0
  }

  /** Takes a device's answer to the question after a meeting. @returns 0, or after how many milliseconds to send it again */
  async takeAnswer(meeting: number, address: string): Promise<number> {
    const wait = await take(this.answersOfAddress, address)
    return wait > 0 ? wait : take(this.answersOfMeeting, String(meeting))
  }

  /** A device whose command was stored is not new any more. */
  keep(device: string): void {
    this.known.set(device, true)
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<number> {
  try {
    await limiter.consume(key)
    return 0
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal
    return Math.max(1, refusal.msBeforeNext)
  }
}
