import { type Request, type Response, Router } from 'express'
import { ChairLinkPage } from '../../client/pages/live/ChairLinkPage.tsx'
import { ChairPage } from '../../client/pages/live/ChairPage.tsx'
import type { RefusedForm } from '../../client/ui/live/setting.ts'
import { personOf } from '../accounts/access.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Chair, chairLinkOf, chairOf, takeChair } from '../live/chair.ts'
import { formBody } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { CurrentPanels } from './currentPanel.ts'
import { meetingFacts } from './liveFacts.ts'
import { sendForm } from './liveForms.ts'
import { askedMeeting, liveProps, sendLivePage } from './livePages.tsx'

/** The chair's page, and the private link by which a resident comes to it. In English only. */
export function chairPages(context: Context): Router {
  const router = Router()
  const panels = new CurrentPanels(context, 'en')
  const address = (meeting: number) => `/meetings/${meeting}/chair`
  const noReferrer = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

  router.get('/meetings/:meeting/chair', async (request, response) => {
    await show(request, response, 200, null, await requireChair(request))
  })

  router.post('/meetings/:meeting/chair', formBody, async (request, response) => {
    const chair = await requireChair(request)
    const meeting = askedMeeting(request)
    const sent = await sendForm(context, request, response, meeting, 'en')
    if (!sent.ok) return show(request, response, sent.status, sent.refused, chair)
    response.set('Cache-Control', 'no-store').redirect(303, `${address(meeting)}#${partOf(sent.kind)}`)
  })

  router.get('/meetings/:meeting/chair/:secret', async (request, response) => {
    const meeting = askedMeeting(request)
    const link = await chairLinkOf(context, meeting, String(request.params['secret']))
    if (!link) throw new AppError('LINK_NOT_VALID')
    const { title, when, isInvented } = await meetingFacts(context, 'en', meeting)
    await sendPrivatePage(context, request, response, {
      title: 'Chair a meeting',
      invented: isInvented,
      content: <ChairLinkPage title={title} when={when} name={link.name} />,
    })
  })

  router.post('/meetings/:meeting/chair/:secret', async (request, response) => {
    const meeting = askedMeeting(request)
    const isTaken = await takeChair(context, response, meeting, String(request.params['secret']))
    if (!isTaken) throw new AppError('LINK_NOT_VALID')
    response.set(noReferrer).redirect(303, address(meeting))
  })

  /** @throws AppError SIGN_IN_FIRST, or NOT_ALLOWED for somebody who is signed in and chairs other meetings */
  async function requireChair(request: Request): Promise<Chair> {
    const meeting = askedMeeting(request)
    const chair = await chairOf(context, request.headers, meeting)
    if (chair) return chair
    await meetingFacts(context, 'en', meeting)
    throw new AppError((await personOf(context, request)) ? 'NOT_ALLOWED' : 'SIGN_IN_FIRST')
  }

  async function show(
    request: Request,
    response: Response,
    status: number,
    refused: RefusedForm | null,
    { isTeam }: Chair,
  ) {
    const action = address(askedMeeting(request))
    const props = await liveProps(context, request, response, {
      language: 'en',
      panels,
      isTeam,
      as: 'chair',
      action,
      refused,
    })
    response.status(status).set('Referrer-Policy', 'no-referrer')
    await sendLivePage(context, request, response, {
      language: 'en',
      title: `${refused ? 'Error: ' : ''}Chair: ${props.facts.title}`,
      isPrivate: true,
      isEnglishOnly: true,
      isBare: true,
      content: <ChairPage {...props} />,
    })
  }
  return router
}

/** The part of the page to come back to after a form was sent. */
function partOf(kind: string): string {
  const [beginning = ''] = kind.split(':')
  const parts: Record<string, string> = {
    question: 'questions',
    questions: 'questions',
    queue: 'queue',
    minutes: 'minutes',
  }
  return parts[beginning] ?? 'item'
}
