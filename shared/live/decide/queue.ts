import { type Deciders, type Decision, type Device, done, nothingToDo, refuse } from '../decision.ts'
import { most } from '../limits.ts'
import type { MeetingState } from '../state.ts'

/** The chair's part of the speakers' queue. */
export const queueDeciders: Deciders<'queue:add' | 'queue:call' | 'queue:done' | 'queue:remove' | 'queue:move'> = {
  'queue:add': (state, { hand, name }) => add(state, hand, name, true),
  'queue:call': (state, { hand }) => {
    const speaker = speakerOf(state, hand)
    if (!speaker) return refuse('no-such-hand')
    return speaker.speakingSince === null ? done({ kind: 'queue:called', detail: { hand } }) : nothingToDo
  },
  'queue:done': (state, { hand }) => leave(state, hand, 'spoke'),
  'queue:remove': (state, { hand }) => leave(state, hand, 'removed'),
  'queue:move': (state, { hand, before }) => {
    if (!speakerOf(state, hand)) return refuse('no-such-hand')
    return hand === before ? nothingToDo : done({ kind: 'queue:moved', detail: { hand, before } })
  },
}

/** A phone's part: one hand up at a time, and only its own comes down. */
export const handDeciders: Deciders<'hand:raise' | 'hand:lower', Device> = {
  'hand:raise': (state, { hand, name }, { hands }) => {
    if (state.queue.some(({ id }) => hands.includes(id))) return refuse('hand-is-up')
    if (hands.includes(hand)) return refuse('id-taken')
    return add(state, hand, name, false)
  },
  'hand:lower': (state, { hand }, { hands }) =>
    hands.includes(hand) ? leave(state, hand, 'lowered') : refuse('no-such-hand'),
}

function speakerOf({ queue }: MeetingState, hand: string) {
  return queue.find(({ id }) => id === hand)
}

function add(state: MeetingState, hand: string, name: string | null, hall: boolean): Decision {
  if (speakerOf(state, hand)) return refuse('id-taken')
  if (state.queue.length >= most.queue) return refuse('queue-full')
  return done({ kind: 'queue:added', detail: { hand, name, hall } })
}

/** Somebody who has left meanwhile is where they should be. */
function leave(state: MeetingState, hand: string, how: 'spoke' | 'lowered' | 'removed'): Decision {
  return speakerOf(state, hand) ? done({ kind: 'queue:left', detail: { hand, how } }) : nothingToDo
}
