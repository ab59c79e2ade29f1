import { type Request, type Response, Router } from 'express'
import { PeoplePage } from '../../client/pages/manage/PeoplePage.tsx'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { sentRow } from '../web/fields.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { type ManagedForce, requireMayInForce } from './access.ts'
import { recordAudit } from './audit.ts'
import { invitationDays, invitePerson } from './invitations.ts'
import { invitationLetter, whatItIs } from './letters.ts'
import { grantsInForce, waitingInvitations } from './peopleQueries.ts'
import { neighbourhoodsReached } from './queries.ts'
import { type Grant, mayGive, type Person } from './rules.ts'
import { invite } from './schemas.ts'

/** People of a force: who may do what, invitations, machines' tokens. */
export function peopleRoutes(context: Context): Router {
  const router = Router()
  const { database, clock } = context
  const { kysely } = database

  async function showPeople(
    request: Request,
    response: Response,
    { person, force }: { person: Person; force: ManagedForce },
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
    showPeople(request, response, await requireMayInForce(context, request, 'people.invite'), {
      typed: {},
      problems: {},
    }),
  )

  router.post('/manage/forces/:force/people', formBody, async (request, response) => {
    const inside = await requireMayInForce(context, request, 'people.invite')
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
    const token = await invitePerson(database, person, { ...grant, name, email }, clock(), form.typed)
    if (token === undefined) return response.redirect(303, `/manage/forces/${force.id}/people?sent`)
    const what = whatItIs(role, force.name, chosen?.name ?? null)
    await context.mailer.send(
      invitationLetter(context.config.publicUrl, { name, email, token, what, days: invitationDays }),
    )
    response.redirect(303, `/manage/forces/${force.id}/people?sent`)
  })

  /** Ends what somebody may do. Whoever holds the grant can go on using their other ones. */
  router.post('/manage/forces/:force/people/end', formBody, async (request, response) => {
    const { person, force } = await requireMayInForce(context, request, 'people.invite')
    const id = sentRow(request, 'id')
    await database.transaction(async (handle) => {
      const ended = await handle.kysely
        .deleteFrom('access_grant')
        .where('id', '=', id)
        .where('force_id', '=', force.id)
        .where('person_id', '<>', person.id) // nobody ends their own by a slip
        .returning(['neighbourhood_id', 'person_id'])
        .executeTakeFirst()
      if (!ended) throw new AppError('NOT_ALLOWED')
      await recordAudit(handle, person, {
        action: 'people.end',
        subject: `grant ${id} of person ${ended.person_id}`,
        forceId: force.id,
        neighbourhoodId: ended.neighbourhood_id,
      })
    })
    response.redirect(303, `/manage/forces/${force.id}/people`)
  })

  router.post('/manage/forces/:force/people/withdraw', formBody, async (request, response) => {
    const { person, force } = await requireMayInForce(context, request, 'people.invite')
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
  return router
}
