import { Router } from 'express'
import { OverseeMessagesPage } from '../../client/pages/manage/OverseeMessagesPage.tsx'
import { requireMay } from '../accounts/access.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { forceById } from '../neighbourhoods/queries.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { messageRows } from './inboxView.ts'
import { overdueIn } from './readMessages.ts'
import { recourseIsOpen } from './rules.ts'

/** What a supervisor looks after: messages of the whole force of which something is overdue, or whose senders asked for them. */
export function overseePages(context: Context): Router {
  const router = Router()
  router.get('/manage/forces/:force/messages', async (request, response) => {
    const forceId = String(request.params['force'])
    const person = await requireMay(context, request, 'messages.oversee', { forceId, neighbourhoodId: null })
    const force = await forceById(context.database.kysely, forceId)
    if (!force) throw new AppError('NOT_ALLOWED')
    const now = context.clock()
    const messages = await overdueIn(context.database.kysely, forceId, now)
    await sendPrivatePage(context, request, response, {
      person,
      title: `Late messages: ${force.name}`,
      invented: force.invented,
      content: (
        <OverseeMessagesPage
          force={force.name}
          asked={messageRows(messages.filter(recourseIsOpen), now, 'supervisor')}
          overdue={messageRows(
            messages.filter((message) => !recourseIsOpen(message)),
            now,
          )}
        />
      ),
    })
  })
  return router
}
