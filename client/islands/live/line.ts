import type { CommandInput } from '../../../shared/live/commands.ts'
import type {
  Answer,
  CaughtUp,
  Changed,
  Done,
  Follower,
  Following,
  Own,
  Present,
} from '../../../shared/live/protocol.ts'

/** A way to the server; what cannot be reached rejects. */
export interface Line {
  /** Everything after a number that this device may know; null for all. */
  follow(after: number | null): Promise<Answer<Following>>
  since(after: number): Promise<Answer<CaughtUp>>
  send(command: CommandInput): Promise<Answer<Done>>
}

/** What a line that stays open tells by itself. */
export interface LineEvents {
  up(): void
  down(): void
  changed(message: Changed): void
  own(message: Own): void
  present(message: Present): void
}

/** A line that the server can speak on. It tries to come up again by itself, for as long as it is open. */
export interface OpenLine extends Line {
  open(events: LineEvents): void
  /** Tries at once rather than when its turn comes; a line that seems up but answers nothing is cut first. */
  retry(): void
  close(): void
}

/** Whom a line follows, and as what. */
export interface Followed {
  meeting: number
  as: Follower
  language: 'en' | 'cy'
}
