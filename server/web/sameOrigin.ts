import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'

/**
 * Refuses forms that another site's page sends in a visitor's name. Browsers say where a request comes from (Fetch Metadata, or Origin);
 * programs, which say neither, have no cookie to abuse.
 * @param publicUrl address at which people reach the service
 */
export function sameOriginForms(publicUrl: string): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    if (!isOwnOrigin(publicUrl, request.headers)) throw new AppError('CROSS_SITE_FORM')
    next()
  }
}

/** Whether a request, or a socket's handshake, comes from one of our own pages, or from a program. */
export function isOwnOrigin(publicUrl: string, headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  return origin === undefined || origin === new URL(publicUrl).origin || isHost(origin, host)
}

function isHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
