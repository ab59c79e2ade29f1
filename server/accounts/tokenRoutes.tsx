import { Router } from 'express'
import { TokensPage } from '../../client/pages/manage/TokensPage.tsx'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { sentRow } from '../web/fields.ts'
import { formBody } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { requireMayInForce } from './access.ts'
import { listTokens, revokeToken } from './tokens.ts'

/** Machines' tokens of a force: which there are, and revoking one. They are made by `npm run token`. */
export function tokenRoutes(context: Context): Router {
  const router = Router()
  const { database, clock } = context
  const { kysely } = database

  router.get('/manage/forces/:force/tokens', async (request, response) => {
    const { person, force } = await requireMayInForce(context, request, 'tokens.manage')
    await sendPrivatePage(context, request, response, {
      title: `Machines’ tokens: ${force.name}`,
      person,
      invented: force.invented,
      content: <TokensPage force={force} tokens={await listTokens(kysely, force.id)} now={clock()} />,
    })
  })

  router.post('/manage/forces/:force/tokens/revoke', formBody, async (request, response) => {
    const { person, force } = await requireMayInForce(context, request, 'tokens.manage')
    const id = sentRow(request, 'id')
    if (!(await revokeToken(database, person, id, force.id, clock()))) throw new AppError('NOT_ALLOWED')
    response.redirect(303, `/manage/forces/${force.id}/tokens`)
  })
  return router
}
