import { type Request, type Response, Router } from 'express'
import { ChairLinkPage } from '../../client/pages/ChairLinkPage.tsx'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { chairLinkOf, takeChair } from '../live/chair.ts'
import { formBody } from '../web/forms.ts'
import { limitByAddress } from '../web/limits.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { meetingPath } from './bodies.ts'
import { whenOf } from './listed.ts'
import { askedMeeting } from './oneMeeting.ts'

/** The private link of a resident who chairs: its page does nothing, its button makes this browser the chair's. English only. */
export function chairLinkPages(context: Context): Router {
  const router = Router()
  const path = '/meetings/:meeting/chair-link/:secret'

  router.get(path, async (request, response) => {
    const { row, neighbourhood, name } = await enterByLink(request)
    await sendPrivatePage(context, request, response, {
      title: 'Chair a meeting',
      invented: neighbourhood.force.invented,
      content: <ChairLinkPage name={name} title={row.title} when={whenOf(row)} neighbourhood={neighbourhood.name} />,
    })
  })

  router.post(path, limitByAddress(60, 600), formBody, async (request: Request, response: Response) => {
    const { row, secret } = await enterByLink(request)
    if (!(await takeChair(context, response, row.id, secret))) throw new AppError('LINK_NOT_VALID')
    response.redirect(303, `${meetingPath(row.id)}/chair`)
  })
  return router

  async function enterByLink(request: Request) {
    const found = await askedMeeting(context, request)
    const secret = String(request.params['secret'])
    const link = await chairLinkOf(context, found.row.id, secret)
    if (!link) throw new AppError('LINK_NOT_VALID')
    return { ...found, secret, name: link.name }
  }
}
