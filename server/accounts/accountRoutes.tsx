import { Router } from 'express'
import { sql } from 'kysely'
import { AccountPage } from '../../client/pages/manage/AccountPage.tsx'
import { ManagePage } from '../../client/pages/manage/ManagePage.tsx'
import type { Context } from '../context.ts'
import { formBody } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { requirePerson, sessionIdOf } from './access.ts'
import { passkeysOf, sessionsOf } from './peopleQueries.ts'
import { neighbourhoodsReached } from './queries.ts'
import { may } from './rules.ts'

/** The first page after signing in, and one's own account: sessions and passkeys. */
export function accountRoutes(context: Context): Router {
  const router = Router()
  const { kysely } = context.database

  router.get('/manage', async (request, response) => {
    const person = await requirePerson(context, request)
    const [neighbourhoods, passkeys] = await Promise.all([
      neighbourhoodsReached(kysely, person.grants),
      passkeysOf(kysely, person.id),
    ])
    const forces = Map.groupBy(neighbourhoods, (one) => one.forceId)
    await sendPrivatePage(context, request, response, {
      title: 'Your places',
      person,
      content: (
        <ManagePage
          forces={[...forces].map(([id, list]) => ({
            id,
            name: list[0]?.forceName ?? id,
            oversees: may(person, 'people.invite', { forceId: id, neighbourhoodId: null }),
            neighbourhoods: list.map(({ code, name }) => ({ code, name })),
          }))}
          overseesAll={may(person, 'audit.readAll', { forceId: null, neighbourhoodId: null })}
          offerPasskey={person.via === 'session' && passkeys.length === 0}
        />
      ),
    })
  })

  router.get('/manage/account', async (request, response) => {
    const person = await requirePerson(context, request)
    const [sessions, passkeys] = await Promise.all([
      sessionsOf(kysely, person.id, context.clock()),
      passkeysOf(kysely, person.id),
    ])
    const here = await sessionIdOf(context, request)
    await sendPrivatePage(context, request, response, {
      title: 'Your account',
      person,
      content: (
        <AccountPage
          name={person.name}
          email={person.email ?? ''}
          sessions={sessions.map((session) => ({ ...session, isThis: session.id === here }))}
          passkeys={passkeys}
        />
      ),
    })
  })

  /** Ends one session of one's own, or with no id all but this one. */
  router.post('/manage/account/sessions', formBody, async (request, response) => {
    const person = await requirePerson(context, request)
    const { id } = request.body as { id?: unknown }
    const sessions = await sessionsOf(kysely, person.id, context.clock())
    const here = await sessionIdOf(context, request)
    const ended = sessions.filter((one) => one.id === (typeof id === 'string' ? id : one.id) && one.id !== here)
    await sql`
      delete from sign_in_session where person_id = ${person.id} and id = any(${ended.map((one) => one.id)}::text[])
    `.execute(kysely)
    response.redirect(303, '/manage/account')
  })

  router.post('/manage/account/passkeys', formBody, async (request, response) => {
    const person = await requirePerson(context, request)
    const { id } = request.body as { id?: unknown }
    await kysely
      .deleteFrom('passkey')
      .where('person_id', '=', person.id)
      .where('id', '=', String(id ?? ''))
      .execute()
    response.redirect(303, '/manage/account')
  })

  /** Who the session or token of a request is, for programs that want to know what they may do. */
  router.get('/api/v1/me', async (request, response) => {
    const { name, via, grants } = await requirePerson(context, request)
    response.set('Cache-Control', 'no-store').json({ name, via, grants })
  })

  return router
}
