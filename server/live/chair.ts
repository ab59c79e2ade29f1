import type { IncomingHttpHeaders } from 'node:http'
import type { Response } from 'express'
import { personOf } from '../accounts/access.ts'
import { may, type Person } from '../accounts/rules.ts'
import { hashSecretText, newSecretText } from '../accounts/secrets.ts'
import type { Context } from '../context.ts'
import type { Handle } from '../database/database.ts'
import { AppError } from '../errors.ts'
import { cookieFrom, setCookie } from '../web/cookies.ts'
import { liveChairLink, meetingPlace } from './queries.ts'

/** Somebody who may chair a meeting: the team, or a resident with a private link. */
export interface Chair {
  isTeam: boolean
  name: string
  /** Of the team; null for a resident. */
  person: Person | null
}

const isToken = /^[A-Za-z0-9_-]{43}$/
const cookieName = (meeting: number) => `chair-${meeting}`

/**
 * Whoever chairs a meeting by what their browser brings: the cookie of a session, a machine's token or a chair's link. The same for a
 * request and a socket's handshake; null for everyone else.
 */
export async function chairOf(context: Context, headers: IncomingHttpHeaders, meeting: number): Promise<Chair | null> {
  if (headers.cookie === undefined && headers.authorization === undefined) return null
  const place = await meetingPlace(context.database.kysely, meeting)
  if (!place) return null
  const person = await personOf(context, { headers }).catch(notByToken)
  if (person && may(person, 'meetings.chair', place)) return { isTeam: true, name: person.name, person }
  const token = cookieFrom(headers, cookieName(meeting))
  const link = token && (await chairLinkOf(context, meeting, token))
  return link ? { isTeam: false, name: link.name, person: null } : null
}

/** A token that does not work makes nobody a chair; what else goes wrong is another matter. */
function notByToken(error: unknown): null {
  if (error instanceof AppError && error.code === 'TOKEN_NOT_VALID') return null
  throw error
}

/** A chair's link by its text, if it works; opening it does nothing else. */
export async function chairLinkOf(context: Pick<Context, 'database' | 'clock'>, meeting: number, token: string) {
  if (!isToken.test(token)) return undefined
  return liveChairLink(context.database.kysely, meeting, hashSecretText(token), context.clock())
}

/**
 * Makes a private link for a resident who chairs a meeting.
 * @param expiresAt when it stops working at the latest: some days after the meeting, so that its minutes can be finished
 * @returns its text, shown this once
 */
export async function makeChairLink(
  { kysely }: Handle,
  given: { meeting: number; name: string; madeBy: Person | null; expiresAt: Date },
  now: Date,
): Promise<string> {
  const token = newSecretText()
  await kysely
    .insertInto('meeting_chair_link')
    .values({
      meeting_id: given.meeting,
      token_hash: hashSecretText(token),
      name: given.name,
      made_by: given.madeBy?.via === 'session' ? given.madeBy.id : null,
      made_at: now,
      expires_at: given.expiresAt,
    })
    .execute()
  return token
}

/** The link's button: from now on this browser chairs this one meeting, until the link ends. @returns false when the link does not work */
export async function takeChair(
  context: Context,
  response: Response,
  meeting: number,
  token: string,
): Promise<boolean> {
  const link = await chairLinkOf(context, meeting, token)
  if (!link) return false
  const seconds = Math.ceil((link.expiresAt.getTime() - context.clock().getTime()) / 1000)
  response.append('Set-Cookie', setCookie(context.config.publicUrl, cookieName(meeting), token, seconds))
  return true
}
