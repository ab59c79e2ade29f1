import { randomUUID } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { MeetingPage } from '../../client/pages/live/MeetingPage.tsx'
import { ScreenPage } from '../../client/pages/live/ScreenPage.tsx'
import type { LiveIslandProps } from '../../client/ui/live/islandProps.ts'
import type { RefusedForm } from '../../client/ui/live/setting.ts'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Follower } from '../../shared/live/protocol.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { callerOf } from '../live/routes.ts'
import { meetingParameter } from '../live/schemas.ts'
import { formBody } from '../web/forms.ts'
import { type Page, renderPage } from '../web/page.tsx'
import { pathWithoutLanguage } from '../web/pageRoute.ts'
import { qrCode } from '../web/qrCode.ts'
import { translator } from '../web/translate.ts'
import { meetingFacts } from './liveFacts.ts'
import { sendForm } from './liveForms.ts'
import { liveWords } from './liveWords.ts'

/** /meetings/{id} and its screen, in one language. */
export function livePages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const address = (meeting: number) => localPath(language, `/meetings/${meeting}`)

  router.get('/meetings/:meeting', (request, response) => show(request, response, 200, null))

  router.post('/meetings/:meeting', formBody, async (request, response) => {
    const meeting = askedMeeting(request)
    const sent = await sendForm(context, request, response, meeting, language)
    if (!sent.ok) return show(request, response, sent.status, sent.refused)
    response.set('Cache-Control', 'no-store')
    response.redirect(303, `${address(meeting)}#${sent.kind.startsWith('question:') ? 'questions' : 'now'}`)
  })

  router.get('/meetings/:meeting/screen', async (request, response) => {
    const action = `${address(askedMeeting(request))}/screen`
    const props = await liveProps(context, request, response, { language, as: 'screen', action, refused: null })
    const { facts } = props
    const join = `${context.config.publicUrl}/join/${facts.joinCode.replace(' ', '')}`
    await sendLivePage(context, request, response, {
      language,
      title: t('liveMeeting:screenTitle', { title: facts.title }),
      isPrivate: true,
      isBare: true,
      content: <ScreenPage {...props} code={qrCode(join)} />,
    })
  })

  async function show(request: Request, response: Response, status: number, refused: RefusedForm | null) {
    const action = address(askedMeeting(request))
    const props = await liveProps(context, request, response, { language, as: 'phone', action, refused })
    const { facts } = props
    response.status(status)
    await sendLivePage(context, request, response, {
      language,
      title: refused ? `${t('common:errorPrefix')} ${facts.title}` : `${facts.title}, ${facts.place.name}`,
      description: t('liveMeeting:description', { name: facts.place.name }),
      invented: facts.isInvented,
      content: <MeetingPage {...props} />,
    })
  }
  return router
}

/**
 * The meeting that an address names.
 * @throws AppError NOT_FOUND
 */
export function askedMeeting(request: Request): number {
  const read = meetingParameter.safeParse(request.params['meeting'])
  if (!read.success) throw new AppError('NOT_FOUND')
  return read.data
}

/** All that a live page is written with; the browser gets a device's cookie with it. */
export async function liveProps(
  context: Context,
  request: Request,
  response: Response,
  given: { language: Language; as: Follower; action: string; refused: RefusedForm | null },
): Promise<LiveIslandProps> {
  const { language, as, action, refused } = given
  const meeting = askedMeeting(request)
  const facts = await meetingFacts(context, language, meeting)
  const caller = callerOf(context, request, response, meeting, language)
  const answer = await context.live.follow({ meeting, after: null, as, language }, caller)
  if (!answer.ok || !answer.snapshot)
    throw new AppError(answer.ok ? 'UNEXPECTED' : (pageErrors[answer.reason] ?? 'NOT_READY'))
  return {
    language,
    words: liveWords(language),
    facts,
    state: answer.snapshot,
    own: answer.own,
    online: answer.online,
    setting: { meeting, action, once: randomUUID(), writtenAt: answer.now, refused },
  }
}

const pageErrors: Partial<Record<string, AppError['code']>> = {
  'no-such-meeting': 'NOT_FOUND',
  'not-allowed': 'NOT_ALLOWED',
  'too-fast': 'TOO_MANY_REQUESTS',
}

/** Sends a page that shows a moment and sets a device's cookie, so nobody keeps it. */
export async function sendLivePage(
  context: Context,
  request: Request,
  response: Response,
  page: Omit<Page, 'path'>,
): Promise<void> {
  const body = await renderPage(context, { ...page, path: pathWithoutLanguage(request) })
  response.set('Cache-Control', 'no-store').type('html').send(body)
}
