import type { Measure } from '../measure.ts'

export interface PrioritiesHaveActionFacts {
  open: number
  /** Open ones with an action, planned or done. */
  withAction: number
}

/** Every open priority has an action. */
export const prioritiesHaveAction: Measure<PrioritiesHaveActionFacts> = {
  name: 'Every open priority has an action',
  how: 'computed',
  fields: [],
  target: () => ({ key: 'standards:target_prioritiesHaveAction' }),
  judge: ({ open, withAction }) => {
    if (open === 0) return { measured: false, reason: 'noPriorities' }
    return {
      measured: true,
      met: withAction === open,
      value: withAction / open,
      unit: 'share',
      counted: { part: withAction, whole: open },
      sentences: [{ key: 'standards:finding_withAction', values: { part: withAction, whole: open } }],
    }
  },
}
