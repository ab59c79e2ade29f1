import type { Request } from 'express'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { meetingParameter } from '../../live/schemas.ts'
import { type MeetingHead, meetingHead } from './queries.ts'

/** The meeting of a public address. @throws AppError NOT_FOUND */
export async function askedMeeting(context: Pick<Context, 'published'>, request: Request): Promise<MeetingHead> {
  const id = meetingParameter.safeParse(request.params['meeting'])
  const head = id.success && (await meetingHead(context.published, id.data))
  if (!head) throw new AppError('NOT_FOUND')
  return head
}
