import type { QuarterState } from '../../../shared/standards/result.ts'

/** Shapes that are told apart without colour: a tick in a full disc, a cross in a square, a dash in a ring, a dot. */
const shapes: Record<QuarterState, preact.ComponentChild> = {
  met: (
    <>
      <circle class="patch-state__ground" cx="10" cy="10" r="9" />
      <path class="patch-state__sign" d="M5.5 10.5l3 3 6-7" />
    </>
  ),
  missed: (
    <>
      <rect class="patch-state__edge" x="1.5" y="1.5" width="17" height="17" />
      <path class="patch-state__line" d="M6 6l8 8M14 6l-8 8" />
    </>
  ),
  'not-measured': (
    <>
      <circle class="patch-state__edge patch-state__edge--thin" cx="10" cy="10" r="8.5" />
      <path class="patch-state__line" d="M6 10h8" />
    </>
  ),
  'not-promised': <circle class="patch-state__dot" cx="10" cy="10" r="2" />,
}

/** The mark of a state. Its name stands beside it or in a table: the drawing itself says nothing to a screen reader. */
export function StateMark({ state }: { state: QuarterState }) {
  return (
    <svg class={`patch-state patch-state--${state}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}
