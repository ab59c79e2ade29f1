import { type Request, type Response, Router } from 'express'
import { ChairsPage } from '../../client/pages/manage/meetings/ChairsPage.tsx'
import { momentInWords } from '../../shared/time/words.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { Context } from '../context.ts'
import { makeChairLink } from '../live/chair.ts'
import { endChairLink } from '../live/queries.ts'
import { askedRow } from '../web/fields.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { isFirstSending } from '../web/sentOnce.ts'
import { chairLinkPath, chairLinks, linkExpiry } from './chairLinks.ts'
import { backToDesk, type EnteredMeeting, enterMeeting, oneMeeting, sendManagePage } from './manage.ts'
import { chairForm } from './schemas.ts'

interface Shown {
  /** A link that was made just now: it is shown in this answer and kept nowhere. */
  made?: { name: string; address: string }
  typed?: Typed
  problems?: Problems
}

/** Residents who are invited to chair a meeting: making private links and ending them. */
export function manageChairs(context: Context): Router {
  const router = Router()
  const { database, clock, config } = context

  router.get(`${oneMeeting}/chairs`, async (request, response) => {
    await showChairs(request, response, await enterMeeting(context, request))
  })

  router.post(`${oneMeeting}/chairs`, formBody, async (request, response) => {
    const entered = await enterMeeting(context, request)
    const { row, person, place, desk } = entered
    const read = readForm(chairForm, request)
    if (!read.ok) return showChairs(request, response, entered, { typed: read.typed, problems: read.problems })
    const { name } = read.value
    const text = await database.transaction(async (handle) => {
      if (!(await isFirstSending(handle, read.typed, clock()))) return undefined
      const given = { meeting: row.id, name, madeBy: person, expiresAt: linkExpiry(row, clock()) }
      await recordAudit(handle, person, { ...place, action: 'meeting.inviteChair', subject: `meeting ${row.id}` })
      return makeChairLink(handle, given, clock())
    })
    // Sent twice: the link was shown in the first answer and cannot be shown again.
    if (text === undefined) return response.redirect(303, `${desk}/chairs`)
    const address = config.publicUrl + chairLinkPath(row.id, text)
    return showChairs(request, response, entered, { made: { name, address } })
  })

  router.post(`${oneMeeting}/chairs/:link/end`, formBody, async (request, response) => {
    const { row, person, place, desk } = await enterMeeting(context, request)
    const link = askedRow(request, 'link')
    await database.transaction(async (handle) => {
      if (await endChairLink(handle, row.id, link, clock()))
        await recordAudit(handle, person, { ...place, action: 'meeting.endChair', subject: `meeting ${row.id}` })
    })
    response.redirect(303, `${desk}/chairs`)
  })
  return router

  async function showChairs(
    request: Request,
    response: Response,
    entered: EnteredMeeting,
    { made, typed = {}, problems = {} }: Shown = {},
  ) {
    const links = await chairLinks(database.kysely, entered.row.id, clock())
    await sendManagePage(context, request, response, entered, {
      title: 'Who chairs',
      status: Object.keys(problems).length > 0 ? 422 : 200,
      content: (
        <ChairsPage
          back={backToDesk(entered)}
          url={`${entered.desk}/chairs`}
          made={made ?? null}
          links={links.map(({ id, name, expiresAt }) => ({ id, name, until: momentInWords(expiresAt, 'en') }))}
          name={typedText(typed, 'name')}
          problems={problems}
        />
      ),
    })
  }
}
