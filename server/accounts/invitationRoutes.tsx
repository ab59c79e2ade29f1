import { Router } from 'express'
import { LinkPage } from '../../client/pages/manage/LinkPage.tsx'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { formBody, readForm } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { makeLinkToken } from './auth.ts'
import { acceptInvitation, openInvitation } from './invitations.ts'
import { whatItIs } from './letters.ts'
import { linkToken } from './schemas.ts'
import { signInWith } from './signInRoutes.tsx'

/** What the link of an invitation leads to. */
export function invitationRoutes(context: Context): Router {
  const router = Router()
  const { database, clock } = context
  const { kysely } = database

  // Opening an invitation does nothing; its button accepts it.
  router.get('/invitation', async (request, response) => {
    const token = linkToken.shape.token.safeParse(request.query['token'])
    const invitation = token.success ? await openInvitation(kysely, token.data, clock()) : undefined
    if (!token.success || !invitation) throw new AppError('LINK_NOT_VALID')
    const names = await placeNames(context, invitation.force_id, invitation.neighbourhood_id)
    await sendPrivatePage(context, request, response, {
      title: 'Your invitation',
      content: (
        <LinkPage
          kind="invitation"
          token={token.data}
          name={invitation.name}
          what={whatItIs(invitation.role, names.force, names.neighbourhood)}
        />
      ),
    })
  })

  router.post('/invitation', formBody, async (request, response) => {
    const form = readForm(linkToken, request)
    const email = form.ok ? await acceptInvitation(database, form.value.token, clock()) : undefined
    if (email === undefined) throw new AppError('LINK_NOT_VALID')
    await signInWith(context, await makeLinkToken(context.auth, email), request, response)
    response.redirect(303, '/manage')
  })
  return router
}

async function placeNames(context: Context, forceId: string | null, neighbourhoodId: number | null) {
  const { kysely } = context.database
  const [force, neighbourhood] = await Promise.all([
    forceId === null
      ? undefined
      : kysely.selectFrom('force').where('id', '=', forceId).select('name').executeTakeFirst(),
    neighbourhoodId === null
      ? undefined
      : kysely.selectFrom('neighbourhood').where('id', '=', neighbourhoodId).select('name').executeTakeFirst(),
  ])
  return { force: force?.name ?? null, neighbourhood: neighbourhood?.name ?? null }
}
