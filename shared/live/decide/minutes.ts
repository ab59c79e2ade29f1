import { type Deciders, done, nothingToDo, refuse } from '../decision.ts'
import { most } from '../limits.ts'
import type { MinutesEntry } from '../state.ts'
import { itemOf, withSet } from './agenda.ts'

type Written = Omit<MinutesEntry, 'revision'>

/**
 * Notes, decisions and actions. Whoever changes a line says which writing of it they saw, so that no one's words are overwritten unseen.
 */
export const minutesDeciders: Deciders<
  'minutes:add' | 'minutes:change' | 'minutes:remove' | 'minutes:publish' | 'minutes:withdraw'
> = {
  'minutes:add': (state, { entry }) => {
    if (state.minutes.some(({ id }) => id === entry.id)) return refuse('id-taken')
    if (state.minutes.length >= most.minutesEntries) return refuse('minutes-full')
    if (entry.item !== null && !itemOf(state, entry.item)) return refuse('no-such-item')
    return done({ kind: 'minutes:added', detail: { entry: sound(entry) } })
  },
  'minutes:change': (state, { entry, seen, set }) => {
    const old = state.minutes.find(({ id }) => id === entry)
    if (!old) return refuse('no-such-entry')
    if (old.revision !== seen) return refuse('changed-meanwhile')
    if (set.item && !itemOf(state, set.item)) return refuse('no-such-item')
    const { revision: _revision, ...written } = old
    return done({ kind: 'minutes:changed', detail: { entry: sound(withSet(written, set)) } })
  },
  'minutes:remove': (state, { entry, seen }) => {
    const old = state.minutes.find(({ id }) => id === entry)
    if (!old) return nothingToDo
    return old.revision === seen ? done({ kind: 'minutes:removed', detail: { entry } }) : refuse('changed-meanwhile')
  },
  'minutes:publish': () => done({ kind: 'minutes:published', detail: {} }),
  'minutes:withdraw': () => done({ kind: 'minutes:withdrawn', detail: {} }),
}

/** Only an action has an owner and a day. */
function sound(entry: Written): Written {
  return entry.kind === 'action' ? entry : { ...entry, owner: '', dueOn: null }
}
