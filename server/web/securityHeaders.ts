import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Headers that keep a page to itself: only our own scripts, styles and connections, nobody's frame. */
export function securityHeaders(publicUrl: string): RequestHandler {
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: directives(publicUrl) },
    strictTransportSecurity: isSecure(publicUrl) ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // Published figures are there to be used elsewhere.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
  })
}

/**
 * For pages that may not send anything anywhere once they are there: no connection and no form, from the page itself or from its
 * workers, which are made within it and so are under its policy.
 */
export function sendsNothing(publicUrl: string): RequestHandler {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: {
      ...directives(publicUrl),
      'connect-src': ["'none'"],
      'form-action': ["'none'"],
      'worker-src': ['blob:'],
    },
  })
}

function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:')
}

function directives(publicUrl: string): Record<string, string[]> {
  return {
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
    ...(isSecure(publicUrl) ? { 'upgrade-insecure-requests': [] } : {}),
  }
}
