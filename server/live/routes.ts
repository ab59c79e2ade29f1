import express, { type Request, type Response, Router } from 'express'
import type { Answer } from '../../shared/live/protocol.ts'
import type { Refusal } from '../../shared/live/refusals.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { deviceOf, giveDevice, sinceOf } from '../web/device.ts'
import { markFollower } from './followed.ts'
import type { Caller } from './live.ts'
import { changesQuery, meetingParameter } from './schemas.ts'

/** Statuses of refusals; every other is a 409: understood, but not as the meeting stands. */
const statuses: Partial<Record<Refusal, number>> = {
  'not-valid': 400,
  'no-device': 400,
  'not-allowed': 403,
  'no-such-meeting': 404,
  'too-fast': 429,
  'not-available': 503,
}

/** The HTTP twin of the sockets, under /api/v1: the same answers with the same numbers, for where WebSocket is blocked. */
export function liveTwins(context: Context): Router {
  const { live } = context
  const router = Router()

  router.get('/meetings/:meeting/changes', async (request, response) => {
    const meeting = askedMeeting(request)
    const query = changesQuery.safeParse(request.query)
    if (!query.success) throw new AppError('BAD_PARAMETER', { parameter: String(query.error.issues[0]?.path[0] ?? '') })
    const { after, as, language } = query.data
    const caller = callerOf(context, request, response, meeting, language)
    const answer = await live.follow({ meeting, after, as, language }, caller)
    if (answer.ok && as === 'phone') {
      if (caller.device) live.presence.asked(meeting, live.presentAs(meeting, caller.device))
      await markFollower(context, request, response, meeting, caller.given)
    }
    send(response, answer)
  })

  router.post('/meetings/:meeting/commands', express.json({ limit: '32kb' }), async (request, response) => {
    const meeting = askedMeeting(request)
    const given: unknown = request.body
    const body = typeof given === 'object' && given !== null ? given : {}
    const language = request.query['language'] === 'cy' ? 'cy' : 'en'
    const caller = callerOf(context, request, response, meeting, language)
    send(response, await live.command({ ...body, meeting }, caller))
  })
  return router
}

/** Whoever makes a request. */
export interface HttpCaller extends Caller {
  /** The device that the browser has after the answer: the one that it brought, or the one that it is given. */
  given: string
}

/** Whoever makes a request about a meeting; a browser without a device's cookie gets one. */
export function callerOf(
  context: Context,
  request: Request,
  response: Response,
  meeting: number,
  language: Caller['language'],
): HttpCaller {
  const held = deviceOf(request.headers)
  const given = giveDevice(context, request, response)
  const name = `${meeting} ${given}`
  return {
    chairHeaders: request.headers,
    // A program that keeps no cookie would be a new device each time.
    device: held,
    since: sinceOf(context, request.headers),
    given,
    address: request.ip ?? 'unknown',
    language,
    bucket: context.live.limits.bucketOf(name, false),
  }
}

function askedMeeting(request: Request): number {
  const read = meetingParameter.safeParse(request.params['meeting'])
  if (!read.success) throw new AppError('NOT_FOUND')
  return read.data
}

function send(response: Response, answer: Answer<object>): void {
  const { reason, retryAfterMs } = 'reason' in answer ? answer : { reason: undefined, retryAfterMs: undefined }
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', Math.ceil(retryAfterMs / 1000))
  response
    .status(reason === undefined ? 200 : (statuses[reason] ?? 409))
    .set('Cache-Control', 'no-store')
    .json(answer)
}
