import { eraseConcernsDue } from '../concerns/erase.ts'
import { newsLetters } from '../concerns/letters.ts'
import { sendersOf } from '../concerns/readConcerns.ts'
import type { Context } from '../context.ts'
import { sendLetters } from '../mail/sendLetters.ts'
import { eraseWhatIsDue } from '../messages/erase.ts'
import type { RegularJob } from './jobs.ts'

type Parts = Pick<Context, 'database' | 'clock' | 'forgetPageVersion' | 'mailer' | 'log'>

/** Erases every night the words of messages and concerns that are due. */
export function erasureJob(context: Parts): RegularJob {
  const { database, clock } = context
  return {
    name: 'erase-messages', // as the queue has always known it
    at: '17 3 * * *',
    run: async () => {
      await database.transaction((handle) => eraseWhatIsDue(handle, clock()))
      const { ended } = await database.transaction((handle) => eraseConcernsDue(handle, clock()))
      context.forgetPageVersion()
      for (const id of ended) await sendLetters(context, newsLetters(await sendersOf(database.kysely, id)))
    },
  }
}
