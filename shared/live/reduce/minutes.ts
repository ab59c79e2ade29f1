import { withChanged } from './order.ts'
import type { Reducers } from './reducers.ts'

/** Notes, decisions and actions, in the order in which they were written. */
export const minutesReducers: Reducers<'minutes:added' | 'minutes:changed' | 'minutes:removed'> = {
  'minutes:added': ({ minutes }, { entry }, { sequence }) => ({
    minutes: [...minutes, { ...entry, revision: sequence }],
  }),
  'minutes:changed': ({ minutes }, { entry }, { sequence }) => ({
    minutes: withChanged(minutes, entry.id, () => ({ ...entry, revision: sequence })),
  }),
  'minutes:removed': ({ minutes }, { entry }) => ({ minutes: minutes.filter(({ id }) => id !== entry) }),
}
