import { concernEntries } from './concerns.ts'
import type { FeedContributor } from './contributor.ts'
import { eventEntries } from './events.ts'
import { meetingEntries } from './meetings.ts'
import { minutesEntries } from './minutes.ts'
import { priorityEntries } from './priorities.ts'
import { standardsEntries } from './standards.ts'
import { teamPageEntries } from './teamPage.ts'

/** Every feature that tells something in a neighbourhood's feed. */
export const contributors: readonly FeedContributor[] = [
  priorityEntries,
  concernEntries,
  eventEntries,
  meetingEntries,
  minutesEntries,
  standardsEntries,
  teamPageEntries,
]
