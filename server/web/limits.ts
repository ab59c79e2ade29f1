import type { RequestHandler } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

/**
 * Lets one address make `points` requests in each `seconds`; beyond it answers 429 with Retry-After.
 * Only for what costs the database something each time: a whole hall may share one address, so pages, which are
 * answered from memory, are never limited.
 */
export function limitByAddress(points: number, seconds: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (request, response, next) => {
    try {
      await limiter.consume(request.ip ?? 'unknown')
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      response.setHeader('Retry-After', Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)))
      throw new AppError('TOO_MANY_REQUESTS')
    }
    next()
  }
}
