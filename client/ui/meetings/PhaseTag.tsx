import type { Phase } from '../../../shared/live/state.ts'

const words: Record<Phase, string> = {
  planned: 'Agenda published',
  running: 'On now',
  closed: 'Over, minutes not published',
  published: 'Minutes published',
}

interface Props {
  /** null: it has no agenda. */
  phase: Phase | null
  cancelled: boolean
  /** Its day is past. */
  isOver?: boolean
}

/** How a meeting stands, on the team's own pages. */
export function PhaseTag({ phase, cancelled, isOver = false }: Props) {
  const without = isOver ? 'Without an agenda' : 'No agenda yet'
  const text = cancelled ? 'Cancelled' : phase === null ? without : words[phase]
  const isQuiet = cancelled || phase === null || phase === 'published'
  return <strong class={isQuiet ? 'govuk-tag govuk-tag--grey' : 'govuk-tag'}>{text}</strong>
}
