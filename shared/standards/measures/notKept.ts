import type { Measure } from '../measure.ts'

/** A promise of which nobody keeps a record here. It is shown, and said not to be measured. */
export const notKept: Measure<null> = {
  name: 'Not measured here',
  how: 'none',
  fields: [],
  target: () => ({ key: 'standards:target_notKept' }),
  judge: () => ({ measured: false, reason: 'notKept' }),
}
