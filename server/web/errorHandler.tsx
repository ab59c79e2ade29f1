import { randomBytes } from 'node:crypto'
import type { ErrorRequestHandler, Request } from 'express'
import { ErrorPage } from '../../client/pages/ErrorPage.tsx'
import type { Context } from '../context.ts'
import { type AppError, errorStatus, namedError } from '../errors.ts'
import { renderPage } from './page.tsx'
import { pathWithoutLanguage } from './pageRoute.ts'
import { translator } from './translate.ts'

/** Turns any error into a page or JSON. The log gets the cause; people never get a stack. */
export function errorHandler(context: Context): ErrorRequestHandler {
  return async (thrown, request, response, _next) => {
    const error = namedError(thrown)
    const status = errorStatus[error.code]
    const reference = status >= 500 ? randomBytes(5).toString('hex') : undefined
    if (status >= 500) context.log.error({ err: error.cause ?? error, reference, code: error.code }, 'request failed')
    if (response.headersSent) return void response.destroy()
    if (error.code === 'SIGN_IN_FIRST' && request.method === 'GET' && !wantsJson(request))
      return void response.redirect(303, `/sign-in?next=${encodeURIComponent(request.originalUrl)}`)
    response.status(status).setHeader('Cache-Control', 'no-store')
    if (wantsJson(request)) return void response.json(problem(error, reference))
    response.type('html').send(await errorPage(context, request, error, reference))
  }
}

/** RFC 9457 problem details. */
function problem(error: AppError, reference: string | undefined) {
  const t = translator('en')
  return {
    type: 'about:blank',
    title: t(`errors:${error.code}_title`),
    status: errorStatus[error.code],
    detail: t(`errors:${error.code}_next`, { parameter: error.parameter ?? '%' }),
    code: error.code,
    ...(error.parameter ? { parameter: error.parameter } : {}),
    ...(reference ? { reference } : {}),
  }
}

function wantsJson(request: Request): boolean {
  return (
    /^\/(api|tiles|suggestions|healthz|readyz)\b/.test(request.path) || request.accepts(['html', 'json']) === 'json'
  )
}

async function errorPage(
  context: Context,
  request: Request,
  error: AppError,
  reference: string | undefined,
): Promise<string> {
  const language = /^\/cy(\/|\?|$)/.test(request.originalUrl) ? 'cy' : 'en'
  const page = {
    language,
    path: pathWithoutLanguage(request),
    title: translator(language)(`errors:${error.code}_title`),
    content: <ErrorPage code={error.code} parameter={error.parameter ?? '%'} reference={reference} />,
  } as const
  // The frame of a page needs no database: without one it is drawn with the version unknown.
  return renderPage({ ...context, dataVersion: () => context.dataVersion().catch(() => 'unknown') }, page)
}
