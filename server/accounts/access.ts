import type { IncomingHttpHeaders } from 'node:http'
import { fromNodeHeaders } from 'better-auth/node'
import type { Request } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { grantsOf, liveToken, type ManagedNeighbourhood, managedNeighbourhood } from './queries.ts'
import { type Action, may, type Person, type Place } from './rules.ts'

const bearer = /^Bearer ([A-Za-z0-9_-]{20,})$/

/** The id of the session in which a request is made; null for a machine's and for one without. */
export async function sessionIdOf(context: Context, request: Request): Promise<string | null> {
  const found = await context.auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  return found?.session.id ?? null
}

/** Whoever makes a request, or opens a socket: by the session of their cookie, or a machine by its token; null for everyone else. */
export async function personOf(context: Context, request: { headers: IncomingHttpHeaders }): Promise<Person | null> {
  const { authorization } = request.headers
  if (authorization !== undefined) return machineOf(context, authorization)
  if (!request.headers.cookie) return null
  const found = await context.auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  if (!found) return null
  const { id, name, email } = found.user
  return { id, name, email, via: 'session', grants: await grantsOf(context.database.kysely, id) }
}

async function machineOf(context: Context, authorization: string): Promise<Person | null> {
  const text = bearer.exec(authorization)?.[1]
  const token = text && (await liveToken(context.database.kysely, text, context.clock()))
  if (!token) throw new AppError('TOKEN_NOT_VALID')
  const grant = { role: token.role, forceId: token.force_id, neighbourhoodId: token.neighbourhood_id }
  return { id: `token:${token.id}`, name: token.name, email: null, via: 'token', grants: [grant] }
}

/**
 * Whoever makes a request. A machine's token opens /api/v1 and nothing else: pages, with what residents wrote, are for people.
 * @throws AppError SIGN_IN_FIRST when nobody is signed in, NOT_ALLOWED for a machine on a page
 */
export async function requirePerson(context: Context, request: Request): Promise<Person> {
  const person = await personOf(context, request)
  if (!person) throw new AppError('SIGN_IN_FIRST')
  if (person.via === 'token' && !request.originalUrl.startsWith('/api/v1/')) throw new AppError('NOT_ALLOWED')
  return person
}

/** @throws AppError SIGN_IN_FIRST, or NOT_ALLOWED when whoever is signed in may not do this in this place */
export async function requireMay(context: Context, request: Request, action: Action, place: Place): Promise<Person> {
  const person = await requirePerson(context, request)
  if (!may(person, action, place)) throw new AppError('NOT_ALLOWED')
  return person
}

/**
 * The neighbourhood of an address and the person who may do something in it. Somebody else's neighbourhood and one that does not exist
 * answer alike, so that nobody learns from the difference.
 * @throws AppError SIGN_IN_FIRST or NOT_ALLOWED
 */
export async function requireMayIn(
  context: Context,
  request: Request,
  action: Action,
): Promise<{ person: Person; neighbourhood: ManagedNeighbourhood; place: Place }> {
  const person = await requirePerson(context, request)
  const { force = '', code = '' } = request.params as Record<string, string>
  const neighbourhood = await managedNeighbourhood(context.database.kysely, force, code)
  const place = { forceId: force, neighbourhoodId: neighbourhood?.id ?? null }
  if (!neighbourhood || !may(person, action, place)) throw new AppError('NOT_ALLOWED')
  return { person, neighbourhood, place }
}

/** A force as pages of its supervisors name it. */
export interface ManagedForce {
  id: string
  name: string
  invented: boolean
}

/**
 * The force of an address and whoever may do something in all of it. A force that does not exist answers as one of somebody else.
 * @throws AppError SIGN_IN_FIRST or NOT_ALLOWED
 */
export async function requireMayInForce(
  context: Context,
  request: Request,
  action: Action,
): Promise<{ person: Person; force: ManagedForce }> {
  const id = String(request.params['force'])
  const person = await requireMay(context, request, action, { forceId: id, neighbourhoodId: null })
  const force = await context.database.kysely
    .selectFrom('force')
    .where('id', '=', id)
    .select(['id', 'name', 'is_invented as invented'])
    .executeTakeFirst()
  if (!force) throw new AppError('NOT_ALLOWED')
  return { person, force }
}
