import type { Request } from 'express'
import { requireMay, requireMayIn } from '../accounts/access.ts'
import { type Action, may, type Person, type Place } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { forceById } from '../neighbourhoods/queries.ts'
import type { DraftOwner } from './draftQueries.ts'
import { standardsUrls } from './urls.ts'

/** Where somebody works on standards: a neighbourhood's own, or the defaults of a force. */
export interface Desk {
  person: Person
  place: Place
  owner: DraftOwner
  name: string
  invented: boolean
  mayPublish: boolean
  /** Address of the list; forms and results stand under it. */
  url: string
  /** Of the public page; null for a force. */
  publicUrl: string | null
}

/**
 * The desk of a request's address, for whoever may do something there.
 * @throws AppError SIGN_IN_FIRST or NOT_ALLOWED
 */
export async function deskIn(context: Context, request: Request, action: Action): Promise<Desk> {
  if (request.params['code'] === undefined) return forceDesk(context, request)
  const { person, neighbourhood, place } = await requireMayIn(context, request, action)
  const urls = standardsUrls(neighbourhood.forceId, neighbourhood.code)
  return {
    person,
    place,
    owner: { forceId: neighbourhood.forceId, neighbourhoodId: neighbourhood.id },
    name: neighbourhood.name,
    invented: neighbourhood.invented,
    mayPublish: may(person, 'standards.publish', place),
    url: urls.manage,
    publicUrl: urls.page,
  }
}

async function forceDesk(context: Context, request: Request): Promise<Desk> {
  const forceId = String(request.params['force'])
  const place = { forceId, neighbourhoodId: null }
  const person = await requireMay(context, request, 'standards.defaults', place)
  const force = await forceById(context.database.kysely, forceId)
  if (!force) throw new AppError('NOT_ALLOWED')
  return {
    person,
    place,
    owner: place,
    name: force.name,
    invented: force.invented,
    mayPublish: true,
    url: `/manage/forces/${encodeURIComponent(forceId)}/standards`,
    publicUrl: null,
  }
}
