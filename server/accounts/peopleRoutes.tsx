import { type Request, type Response, Router } from 'express'
import { AuditPage } from '../../client/pages/manage/AuditPage.tsx'
import { LinkPage } from '../../client/pages/manage/LinkPage.tsx'
import { PeoplePage } from '../../client/pages/manage/PeoplePage.tsx'
import { TokensPage } from '../../client/pages/manage/TokensPage.tsx'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { rowNumber, sentRow } from '../web/fields.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { requireMay } from './access.ts'
import { recordAudit } from './audit.ts'
import { makeLinkToken } from './auth.ts'
import { acceptInvitation, invitationDays, invitePerson, openInvitation } from './invitations.ts'
import { invitationLetter } from './letters.ts'
import { auditEntries, grantsInForce, waitingInvitations } from './peopleQueries.ts'
import { neighbourhoodsReached } from './queries.ts'
import { type Action, type Grant, mayGive, type Person } from './rules.ts'
import { invite, linkToken } from './schemas.ts'
import { signInWith } from './signInRoutes.tsx'
import { listTokens, revokeToken } from './tokens.ts'

const entriesOnAPage = 100

/** People of a force: who may do what, invitations, who changed what, machines' tokens. */
export function peopleRoutes(context: Context): Router {
  const router = Router()
  const { database, clock } = context
  const { kysely } = database

  /** The force of an address and whoever may do something in all of it. A force that does not exist answers as one of somebody else. */
  async function inForce(request: Request, action: Action): Promise<{ person: Person; force: ForceName }> {
    const id = String(request.params['force'])
    const person = await requireMay(context, request, action, { forceId: id, neighbourhoodId: null })
    const force = await kysely
      .selectFrom('force')
      .where('id', '=', id)
      .select(['id', 'name', 'is_invented as invented'])
      .executeTakeFirst()
    if (!force) throw new AppError('NOT_ALLOWED')
    return { person, force }
  }

  async function showPeople(
    request: Request,
    response: Response,
    { person, force }: { person: Person; force: ForceName },
    form: { typed: Typed; problems: Problems },
  ) {
    const [people, waiting, neighbourhoods] = await Promise.all([
      grantsInForce(kysely, force.id),
      waitingInvitations(kysely, force.id, clock()),
      neighbourhoodsReached(kysely, [{ role: 'supervisor', forceId: force.id, neighbourhoodId: null }]),
    ])
    await sendPrivatePage(context, request, response, {
      title: `People of ${force.name}`,
      status: Object.keys(form.problems).length > 0 ? 422 : 200,
      person,
      invented: force.invented,
      content: (
        <PeoplePage
          force={force}
          people={people.map((one) => ({ ...one, isOwn: one.personId === person.id }))}
          waiting={waiting}
          neighbourhoods={neighbourhoods.map(({ code, name }) => ({ value: code, text: name }))}
          mayInviteAdmins={person.grants.some((grant) => grant.role === 'admin')}
          sent={request.query['sent'] !== undefined}
          typed={Object.fromEntries(
            ['name', 'email', 'role', 'neighbourhood'].map((field) => [field, typedText(form.typed, field)]),
          )}
          problems={form.problems}
        />
      ),
    })
  }

  router.get('/manage/forces/:force/people', async (request, response) =>
    showPeople(request, response, await inForce(request, 'people.invite'), { typed: {}, problems: {} }),
  )

  router.post('/manage/forces/:force/people', formBody, async (request, response) => {
    const inside = await inForce(request, 'people.invite')
    const { person, force } = inside
    const form = readForm(invite, request)
    if (!form.ok) return showPeople(request, response, inside, form)
    const { role, neighbourhood, name, email } = form.value
    const reached = await neighbourhoodsReached(kysely, [
      { role: 'supervisor', forceId: force.id, neighbourhoodId: null },
    ])
    const chosen = role === 'officer' ? reached.find((one) => one.code === neighbourhood) : undefined
    const grant: Grant = {
      role,
      forceId: role === 'admin' ? null : force.id,
      neighbourhoodId: chosen?.id ?? null,
    }
    if ((role === 'officer' && !chosen) || !mayGive(person, grant)) throw new AppError('NOT_ALLOWED')
    const token = await invitePerson(database, person, { ...grant, name, email }, clock())
    const what = whatItIs(role, force.name, chosen?.name ?? null)
    await context.mailer.send(
      invitationLetter(context.config.publicUrl, { name, email, token, what, days: invitationDays }),
    )
    response.redirect(303, `/manage/forces/${force.id}/people?sent`)
  })

  /** Ends what somebody may do. Whoever holds the grant can go on using their other ones. */
  router.post('/manage/forces/:force/people/end', formBody, async (request, response) => {
    const { person, force } = await inForce(request, 'people.invite')
    const id = sentRow(request, 'id')
    await database.transaction(async (handle) => {
      const ended = await handle.kysely
        .deleteFrom('access_grant')
        .where('id', '=', id)
        .where('force_id', '=', force.id)
        .where('person_id', '<>', person.id) // nobody ends their own by a slip
        .returning('neighbourhood_id')
        .executeTakeFirst()
      if (!ended) throw new AppError('NOT_ALLOWED')
      await recordAudit(handle, person, {
        action: 'people.end',
        subject: `grant ${id}`,
        forceId: force.id,
        neighbourhoodId: ended.neighbourhood_id,
      })
    })
    response.redirect(303, `/manage/forces/${force.id}/people`)
  })

  router.post('/manage/forces/:force/people/withdraw', formBody, async (request, response) => {
    const { person, force } = await inForce(request, 'people.invite')
    const id = sentRow(request, 'id')
    await database.transaction(async (handle) => {
      const withdrawn = await handle.kysely
        .updateTable('invitation')
        .set({ withdrawn_at: clock() })
        .where('id', '=', id)
        .where('force_id', '=', force.id)
        .where('accepted_at', 'is', null)
        .returning('neighbourhood_id')
        .executeTakeFirst()
      if (!withdrawn) throw new AppError('NOT_ALLOWED')
      await recordAudit(handle, person, {
        action: 'people.withdraw',
        subject: `invitation ${id}`,
        forceId: force.id,
        neighbourhoodId: withdrawn.neighbourhood_id,
      })
    })
    response.redirect(303, `/manage/forces/${force.id}/people`)
  })

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

  router.get('/manage/forces/:force/audit', async (request, response) => {
    const { person, force } = await inForce(request, 'audit.read')
    const before = rowNumber.safeParse(request.query['before'])
    const entries = await auditEntries(kysely, force.id, before.data, entriesOnAPage)
    await sendPrivatePage(context, request, response, {
      title: `Who changed what: ${force.name}`,
      person,
      invented: force.invented,
      content: <AuditPage force={force} entries={entries} hasMore={entries.length === entriesOnAPage} />,
    })
  })

  router.get('/manage/forces/:force/tokens', async (request, response) => {
    const { person, force } = await inForce(request, 'tokens.manage')
    await sendPrivatePage(context, request, response, {
      title: `Machines’ tokens: ${force.name}`,
      person,
      invented: force.invented,
      content: <TokensPage force={force} tokens={await listTokens(kysely, force.id)} now={clock()} />,
    })
  })

  router.post('/manage/forces/:force/tokens/revoke', formBody, async (request, response) => {
    const { person, force } = await inForce(request, 'tokens.manage')
    const id = sentRow(request, 'id')
    if (!(await revokeToken(database, person, id, force.id, clock()))) throw new AppError('NOT_ALLOWED')
    response.redirect(303, `/manage/forces/${force.id}/tokens`)
  })

  return router
}

interface ForceName {
  id: string
  name: string
  invented: boolean
}

/** What a grant makes of somebody, in words. */
export function whatItIs(role: Grant['role'], force: string | null, neighbourhood: string | null): string {
  if (role === 'admin') return 'an administrator of this service'
  if (role === 'supervisor') return `a supervisor of ${force}`
  return `an officer of ${neighbourhood}, ${force}`
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
