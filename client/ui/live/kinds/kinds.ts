import type { ComponentType } from 'preact'
import type { ItemKind } from '../../../../shared/live/itemKinds.ts'
import type { AgendaItem, MeetingState } from '../../../../shared/live/state.ts'
import { breakParts } from './break.tsx'
import { decisionParts } from './decision.tsx'
import { prioritiesParts } from './priorities.tsx'
import { questionsParts } from './questions.tsx'
import { reportParts } from './report.tsx'

/** What a part of an item gets: the item while it is on, and the meeting as the audience sees it. */
export interface ItemPartProps {
  item: AgendaItem
  state: MeetingState
}

/** What a kind of item adds to what every item shows (title, lead, timer, documents, panels), on each screen. */
export interface KindParts {
  Phone: ComponentType<ItemPartProps>
  Screen: ComponentType<ItemPartProps>
  Chair: ComponentType<ItemPartProps>
}

/** The parts of every kind. A new kind is one file beside these and one line here. */
export const kindParts: Record<ItemKind, KindParts> = {
  report: reportParts,
  questions: questionsParts,
  priorities: prioritiesParts,
  decision: decisionParts,
  break: breakParts,
}
