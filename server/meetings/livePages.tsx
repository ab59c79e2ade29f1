import { randomUUID } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { MeetingPage } from '../../client/pages/live/MeetingPage.tsx'
import { ScreenPage } from '../../client/pages/live/ScreenPage.tsx'
import type { LiveIslandProps } from '../../client/ui/live/islandProps.ts'
import type { RefusedForm } from '../../client/ui/live/setting.ts'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Follower, Following } from '../../shared/live/protocol.ts'
import type { MeetingState } from '../../shared/live/state.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { markFollower } from '../live/followed.ts'
import { callerOf } from '../live/routes.ts'
import { meetingParameter } from '../live/schemas.ts'
import { formBody } from '../web/forms.ts'
import { type Page, renderPage } from '../web/page.tsx'
import { pathWithoutLanguage } from '../web/pageRoute.ts'
import { qrCode } from '../web/qrCode.ts'
import { translator } from '../web/translate.ts'
import { CurrentPanels } from './currentPanel.ts'
import { meetingFacts } from './liveFacts.ts'
import { sendForm } from './liveForms.ts'
import { liveWords } from './liveWords.ts'
import { placeMap } from './placeMap.tsx'
import { SharedPages } from './sharedPages.ts'

/** /meetings/{id} and its screen, in one language. */
export function livePages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const address = (meeting: number) => localPath(language, `/meetings/${meeting}`)
  const forNewcomers = new SharedPages()
  const panels = new CurrentPanels(context, language)

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
    const props = await liveProps(context, request, response, { language, panels, as: 'screen', action, refused: null })
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
    const meeting = askedMeeting(request)
    const followed = await follow(context, request, response, language, 'phone')
    const render = async (once: string) => {
      const given = { language, panels, as: 'phone' as const, action: address(meeting), refused, once }
      return renderMeeting(await livePropsOf(context, followed, given))
    }
    const { own, sequence } = followed
    const isNewcomer = own.questions.length + own.backed.length === 0 && own.hand === null
    // A hall opens the page at once: those who have done nothing yet get the same, each with its own `once`.
    const html =
      refused || !isNewcomer ? await render(randomUUID()) : await forNewcomers.get(`${meeting} ${sequence}`, render)
    response.status(status).set('Cache-Control', 'no-store').type('html').send(html)
  }

  function renderMeeting(props: LiveIslandProps): Promise<string> {
    const { facts, setting } = props
    return renderPage(context, {
      path: `/meetings/${facts.id}`,
      language,
      title: setting.refused ? `${t('common:errorPrefix')} ${facts.title}` : `${facts.title}, ${facts.place.name}`,
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

type Followed = Following & { snapshot: MeetingState }

/** The meeting as whoever opens a page may see it; the browser gets a device's cookie with it. */
async function follow(
  context: Context,
  request: Request,
  response: Response,
  language: Language,
  as: Follower,
): Promise<Followed> {
  const meeting = askedMeeting(request)
  const caller = callerOf(context, request, response, meeting, language)
  const answer = await context.live.follow({ meeting, after: null, as, language }, caller)
  if (!answer.ok) throw new AppError(pageErrors[answer.reason] ?? 'NOT_READY')
  const { snapshot } = answer
  if (!snapshot) throw new AppError('UNEXPECTED')
  if (as === 'phone') await markFollower(context, request, response, meeting, caller.given)
  return { ...answer, snapshot }
}

interface PageGiven {
  language: Language
  /** Of the desk's page only. */
  isTeam?: boolean
  panels: CurrentPanels
  as: Follower
  action: string
  refused: RefusedForm | null
}

async function livePropsOf(
  context: Context,
  { meeting, snapshot, own, online, now }: Followed,
  { language, panels, as, isTeam = false, action, refused, once }: PageGiven & { once: string },
): Promise<LiveIslandProps> {
  const showsPlace = as === 'phone' && snapshot.phase === 'planned'
  const [facts, panel, map] = await Promise.all([
    meetingFacts(context, language, meeting),
    panels.of(meeting, snapshot),
    showsPlace ? placeMap(context, language, meeting) : undefined,
  ])
  return {
    language,
    words: liveWords(language),
    facts,
    state: snapshot,
    own,
    online,
    setting: {
      ...{ meeting, action, once, writtenAt: now, refused, isTeam },
      ...(panel ? { panel } : {}),
      ...(map === undefined ? {} : { placeMap: map }),
    },
  }
}

/** All that a live page is written with. */
export async function liveProps(
  context: Context,
  request: Request,
  response: Response,
  given: PageGiven,
): Promise<LiveIslandProps> {
  const followed = await follow(context, request, response, given.language, given.as)
  return livePropsOf(context, followed, { ...given, once: randomUUID() })
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
