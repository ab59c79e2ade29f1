import { moveBefore, withChanged } from './order.ts'
import type { Reducers } from './reducers.ts'

/** The speakers' queue. One speaks at a time: whoever is called takes the place of whoever spoke. */
export const queueReducers: Reducers<'queue:added' | 'queue:called' | 'queue:left' | 'queue:moved'> = {
  'queue:added': ({ queue }, { hand, name, hall }) => ({
    queue: [...queue, { id: hand, name, hall, speakingSince: null }],
  }),
  'queue:called': ({ queue }, { hand }, { at }) => ({
    queue: withChanged(
      queue.filter(({ id, speakingSince }) => speakingSince === null || id === hand),
      hand,
      (speaker) => ({ ...speaker, speakingSince: at }),
    ),
  }),
  'queue:left': ({ queue }, { hand }) => ({ queue: queue.filter(({ id }) => id !== hand) }),
  'queue:moved': ({ queue }, { hand, before }) => ({ queue: moveBefore(queue, hand, before) }),
}
