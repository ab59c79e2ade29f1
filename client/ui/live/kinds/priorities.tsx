import { Agreed } from './decision.tsx'
import type { KindParts } from './kinds.ts'

/** Priorities are looked at and agreed: the panels show the last ones, and what is agreed is written down beneath. */
export const prioritiesParts: KindParts = {
  Phone: (props) => <Agreed {...props} />,
  Screen: (props) => <Agreed {...props} />,
  Chair: () => (
    <p class="patch-chair__hint">
      Write each priority as a decision, and what will be done about it as an action with who does it and by when.
    </p>
  ),
}
