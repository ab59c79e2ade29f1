import type { RequestHandler } from 'express'
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

/**
 * Lets one address make `points` requests in each `seconds`, and `burst` more in each ten seconds; beyond it answers 429
 * with Retry-After.
 * Only for what costs the database something each time: a whole hall may share one address, so pages, which are
 * answered from memory, are never limited.
 */
export function limitByAddress(points: number, seconds: number, burst = 0): RequestHandler {
  const steady = new RateLimiterMemory({ points, duration: seconds })
  const spare = new RateLimiterMemory({ keyPrefix: 'burst', points: burst, duration: 10 })
  const limiter = new BurstyRateLimiter(steady, spare)
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
