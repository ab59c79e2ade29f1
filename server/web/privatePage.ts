import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import type { Person } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { type Page, renderPage } from './page.tsx'

/** A page for one person or one moment: a form, a team's own page. */
export type PrivateContent = Omit<Page, 'path' | 'language' | 'manage' | 'once'> & {
  status?: number
  /** undefined: the page is in English only, as the team's own are. */
  language?: Page['language']
  /** Who is signed in, for the pages under /manage. */
  person?: Person | null
}

/** Sends a page that nobody keeps: not the browser, not a proxy; and whose address goes to no other site. */
export async function sendPrivatePage(
  context: Context,
  request: Request,
  response: Response,
  { status = 200, person, language: asked, ...page }: PrivateContent,
): Promise<void> {
  const language = asked ?? 'en'
  const isEnglishOnly = asked === undefined
  const body = await renderPage(context, {
    ...page,
    language,
    path: request.originalUrl.replace(/^\/cy(?=\/|\?|$)/, '') || '/',
    isPrivate: true,
    once: randomUUID(),
    isEnglishOnly,
    ...(person ? { manage: { name: person.name } } : {}),
  })
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' })
    .type('html')
    .send(body)
}
