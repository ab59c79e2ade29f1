import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers that keep a page to itself: only our own scripts, styles and connections, nobody's frame. */
export function securityHeaders(publicUrl: string): RequestHandler {
  const secure = publicUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        // Safari before 15.4 does not take 'self' to mean WebSockets of the same host too.
        'connect-src': ["'self'", publicUrl.replace(/^http(s?):\/\/([^/]+).*$/, 'ws$1://$2')],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        ...(secure ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Published figures are there to be used elsewhere.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
}
