import type { Request, RequestHandler } from 'express'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { type Answer, askAgain, cachedAnswers } from './cachedAnswers.ts'
import { type Page, renderPage } from './page.tsx'

/** A page that a feature makes; the language and path are filled in by the route. */
export type PageContent = Omit<Page, 'language' | 'path'> & Pick<Answer, 'status' | 'goodUntil' | 'isGood'>

/**
 * A public page, rendered once a data version and language and answered from memory after that.
 * @param make gives the page for a request; throw an AppError for a page that is not there
 */
export function pageRoute(
  context: Context,
  language: Language,
  make: (request: Request) => Promise<PageContent>,
): RequestHandler {
  return cachedAnswers(context, 'page', async (request) => {
    const { status, goodUntil, isGood, ...page } = await make(request)
    const body = await renderPage(context, { ...page, language, path: pathWithoutLanguage(request) })
    return {
      ...(status === undefined ? {} : { status }),
      type: 'text/html; charset=utf-8',
      body,
      cacheControl: askAgain,
      goodUntil,
      isGood,
    }
  })
}

/** The request's path and query without the /cy of Welsh pages. */
export function pathWithoutLanguage(request: Request): string {
  return request.originalUrl.replace(/^\/cy(?=\/|\?|$)/, '') || '/'
}
