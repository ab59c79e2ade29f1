import type { Request, Response } from 'express'
import { requirePerson } from '../../accounts/access.ts'
import { may } from '../../accounts/rules.ts'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { type Chair, chairOf } from '../../live/chair.ts'
import { meetingParameter } from '../../live/schemas.ts'
import { sendPrivatePage } from '../../web/privatePage.ts'
import { type MeetingHead, meetingHead } from './queries.ts'

/** The path under which the minutes of a meeting are written. */
export const managePath = '/manage/meetings/:meeting/minutes'

export interface EnteredMinutes {
  head: MeetingHead
  chair: Chair
}

/**
 * Lets in whoever may write a meeting's minutes: the team, or a resident with a chair's link.
 * @throws AppError SIGN_IN_FIRST or NOT_ALLOWED; a meeting that does not exist answers as somebody else's
 */
export async function enterMinutes(context: Context, request: Request): Promise<EnteredMinutes> {
  const meeting = meetingParameter.safeParse(request.params['meeting'])
  const chair = meeting.success ? await chairOf(context, request.headers, meeting.data) : null
  if (!chair) {
    await requirePerson(context, request)
    throw new AppError('NOT_ALLOWED')
  }
  const head = meeting.success && (await meetingHead(context.database.kysely, meeting.data))
  if (!head) throw new AppError('NOT_ALLOWED')
  return { head, chair }
}

/** Whose command a form of the minutes sends, and about which meeting. */
export function commandOf({ head, chair }: EnteredMinutes) {
  return { meeting: head.id, chair }
}

/** Lets in the team only: approving and publishing is theirs. @throws AppError as `enterMinutes` does */
export async function enterAsTeam(context: Context, request: Request): Promise<EnteredMinutes> {
  const entered = await enterMinutes(context, request)
  const { id, force } = entered.head.neighbourhood
  const place = { forceId: force.id, neighbourhoodId: id }
  if (!may(entered.chair.person, 'meetings.edit', place)) throw new AppError('NOT_ALLOWED')
  return entered
}

/** Sends one of the pages on which minutes are written. */
export function sendMinutesPage(
  context: Context,
  request: Request,
  response: Response,
  { head, chair }: EnteredMinutes,
  page: { title: string; content: preact.ComponentChild; status?: number },
): Promise<void> {
  const { status = 200 } = page
  return sendPrivatePage(context, request, response, {
    ...page,
    title: `${status === 422 ? 'Error: ' : ''}${page.title}, ${head.title}`,
    person: chair.person,
    invented: head.neighbourhood.force.invented,
  })
}
