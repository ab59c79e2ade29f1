import type { Request, RequestHandler } from 'express'
import type { Context } from '../context.ts'

/** Measures every request and logs it by route pattern: never its query, address or what was searched for. */
export function requestLog(context: Context): RequestHandler {
  return (request, response, next) => {
    const started = performance.now()
    response.on('finish', () => {
      const seconds = (performance.now() - started) / 1000
      const route = routeOf(request)
      context.metrics.requestSeconds.observe({ method: request.method, route, status: response.statusCode }, seconds)
      context.log.debug(
        { method: request.method, route, status: response.statusCode, ms: Math.round(seconds * 1000) },
        'request',
      )
    })
    next()
  }
}

/** The pattern that matched, such as /neighbourhoods/:force/:code, so that the number of labels is bounded. */
function routeOf(request: Request): string {
  const pattern: unknown = request.route?.path
  return typeof pattern === 'string' ? `${request.baseUrl.startsWith('/cy') ? '/cy' : ''}${pattern}` : 'other'
}
