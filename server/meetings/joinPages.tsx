import { type Request, type Response, Router } from 'express'
import { JoinPage } from '../../client/pages/live/JoinPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import type { Language, TextKey } from '../../shared/i18n/texts.ts'
import { readJoinCode } from '../../shared/live/joinCode.ts'
import type { Context } from '../context.ts'
import { meetingOfCode } from '../live/queries.ts'
import { addressLimit } from '../web/limits.ts'
import { renderPage } from '../web/page.tsx'
import { translator } from '../web/translate.ts'

/** Longest code that is shown again. */
const longestTyped = 40

/** /join, where a code is typed, and /join/{code}, where a QR code leads; in one language. */
export function joinPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  // A whole hall comes from one address, and nearly at once; whoever tries codes would need years even so.
  const secondsToWait = addressLimit(600, 60, 600)

  router.get('/join', (request, response) => {
    const { code } = request.query
    return typeof code === 'string' ? join(request, response, code) : show(request, response, {})
  })
  router.get('/join/:code', (request, response) => join(request, response, String(request.params['code'])))

  async function join(request: Request, response: Response, given: string): Promise<void> {
    const typed = given.slice(0, longestTyped)
    if (typed.trim() === '') return show(request, response, { typed, problem: 'liveMeeting:codeEmpty', status: 422 })
    const wait = await secondsToWait(request)
    if (wait > 0) {
      response.setHeader('Retry-After', wait)
      return show(request, response, { typed, problem: 'liveMeeting:codeTooMany', status: 429 })
    }
    const code = readJoinCode(typed)
    const meeting = code && (await meetingOfCode(context.database.kysely, code))
    if (!meeting) return show(request, response, { typed, problem: 'liveMeeting:codeWrong', status: 404 })
    response.set('Cache-Control', 'no-store').redirect(303, localPath(language, `/meetings/${meeting}`))
  }

  async function show(
    _request: Request,
    response: Response,
    { typed = '', problem, status = 200 }: { typed?: string; problem?: TextKey; status?: number },
  ): Promise<void> {
    const title = t('liveMeeting:joinTitle')
    const body = await renderPage(context, {
      language,
      path: '/join',
      title: problem ? `${t('common:errorPrefix')} ${title}` : title,
      content: <JoinPage typed={typed} problem={problem && t(problem)} />,
    })
    response.status(status).set('Cache-Control', 'no-store').type('html').send(body)
  }
  return router
}
