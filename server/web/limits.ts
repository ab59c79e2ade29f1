import type { Request, RequestHandler } from 'express'
import { BurstyRateLimiter, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

/**
 * Lets one address make `points` requests in each `seconds`, and `burst` more in each ten seconds; beyond it answers 429
 * with Retry-After.
 * Only for what costs the database something each time: a whole hall may share one address, so pages, which are
 * answered from memory, are never limited.
 */
export function limitByAddress(points: number, seconds: number, burst = 0): RequestHandler {
  const secondsToWait = addressLimit(points, seconds, burst)
  return async (request, response, next) => {
    const wait = await secondsToWait(request)
    if (wait > 0) {
      response.setHeader('Retry-After', wait)
      throw new AppError('TOO_MANY_REQUESTS')
    }
    next()
  }
}

/**
 * The same limit for forms, which show again what was typed rather than an error: gives how many seconds to wait, 0 when the request is
 * within the limit. Addresses are held in memory only.
 */
export function addressLimit(points: number, seconds: number, burst = 0): (request: Request) => Promise<number> {
  const steady = new RateLimiterMemory({ points, duration: seconds })
  const spare = new RateLimiterMemory({ keyPrefix: 'burst', points: burst, duration: 10 })
  const limiter = new BurstyRateLimiter(steady, spare)
  return async (request) => {
    try {
      await limiter.consume(request.ip ?? 'unknown')
      return 0
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
    }
  }
}
