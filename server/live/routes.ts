import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express'
import type { Answer } from '../../shared/live/protocol.ts'
import type { Refusal } from '../../shared/live/refusals.ts'
import type { Context } from '../context.ts'
import { deviceOf, giveDevice, sinceOf } from '../web/device.ts'
import { markFollower } from './followed.ts'
import type { Caller } from './live.ts'

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
    const { after, as = 'phone', language = 'en' } = request.query
    const { meeting, caller } = askedBy(context, request, response)
    const answer = await live.follow({ meeting, after: numberIn(after) ?? null, as, language }, caller)
    if (answer.ok && as === 'phone') {
      if (caller.device) live.presence.asked(answer.meeting, live.presentAs(answer.meeting, caller.device))
      await markFollower(context, request, response, answer.meeting, caller.given)
    }
    send(response, answer)
  })

  router.post(
    '/meetings/:meeting/commands',
    express.json({ limit: '32kb' }),
    async (request: Request, response: Response) => {
      const given: unknown = request.body
      const body = typeof given === 'object' && given !== null ? given : {}
      const { meeting, caller } = askedBy(context, request, response)
      send(response, await live.command({ ...body, meeting }, caller))
    },
    refuseUnreadable(context),
  )
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

/** The meeting as the address names it, for the one door to find fault with, and whoever asks. */
function askedBy(context: Context, request: Request, response: Response) {
  const meeting = numberIn(request.params['meeting'])
  const language = request.query['language'] === 'cy' ? 'cy' : 'en'
  return { meeting, caller: callerOf(context, request, response, typeof meeting === 'number' ? meeting : 0, language) }
}

/** A number as an address holds it; what is none is left as it is. */
function numberIn(text: unknown): unknown {
  return typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text
}

/** A body that is no JSON, or too long, is answered as every message that is not understood. */
function refuseUnreadable(context: Context): ErrorRequestHandler {
  return (error, request, response, next) => {
    const { status } = error as { status?: unknown }
    if (typeof status !== 'number' || status >= 500) return next(error)
    send(response, context.live.notValid(askedBy(context, request, response).caller, 'body'))
  }
}

function send(response: Response, answer: Answer<object>): void {
  const { reason, retryAfterMs } = 'reason' in answer ? answer : { reason: undefined, retryAfterMs: undefined }
  if (retryAfterMs !== undefined) response.setHeader('Retry-After', Math.ceil(retryAfterMs / 1000))
  response
    .status(reason === undefined ? 200 : (statuses[reason] ?? 409))
    .set('Cache-Control', 'no-store')
    .json(answer)
}
