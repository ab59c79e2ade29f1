import type { RequestHandler } from 'express'
import { AppError } from '../errors.ts'

/**
 * Refuses forms that another site's page sends in a visitor's name. Browsers say where a request comes from (Fetch Metadata, or Origin);
 * programs, which say neither, have no cookie to abuse.
 * @param publicUrl address at which people reach the service
 */
export function sameOriginForms(publicUrl: string): RequestHandler {
  const ours = new URL(publicUrl).origin
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const site = request.headers['sec-fetch-site']
    const { origin, host } = request.headers
    if (site !== undefined) {
      if (site !== 'same-origin' && site !== 'none') throw new AppError('CROSS_SITE_FORM')
    } else if (origin !== undefined && origin !== ours && !isHost(origin, host)) throw new AppError('CROSS_SITE_FORM')
    next()
  }
}

function isHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
