import type { IncomingHttpHeaders } from 'node:http'
import type { Response } from 'express'
import { localPath } from '../../client/ui/page.ts'
import { languages } from '../../shared/i18n/texts.ts'
import { feedbackDays } from '../../shared/minutes/feedback.ts'
import { isSameSecret } from '../accounts/secrets.ts'
import type { Context } from '../context.ts'
import { cookieFrom, setCookie } from '../web/cookies.ts'
import { deviceHash } from '../web/device.ts'

/**
 * The mark of a device that followed a meeting while it ran: an HMAC over the meeting and the device's cookie, kept by the browser and
 * nowhere else. So it can be told afterwards who is to be asked about the meeting, and the service holds no list of who was there.
 */
const cookieName = 'followed'
const keptSeconds = (feedbackDays + 1) * 86_400

type Parts = Pick<Context, 'config' | 'keyFor' | 'live'>

/**
 * Gives the mark to the phone that an answer goes to, if the meeting runs. Nobody may keep the answer.
 * @param device the device that the browser has after the answer
 */
export async function markFollower(
  context: Parts,
  request: { headers: IncomingHttpHeaders },
  response: Response,
  meeting: number,
  device: string,
): Promise<void> {
  const room = await context.live.rooms.get(meeting)
  if (room?.state.phase !== 'running' || hasFollowed(context, request.headers, meeting, device)) return
  // It goes back to this meeting's own addresses only: to no other page, and not with sockets, which would keep it in memory.
  for (const path of addressesOf(meeting))
    response.append(
      'Set-Cookie',
      setCookie(context.config.publicUrl, cookieName, markOf(context, meeting, device), keptSeconds, path),
    )
}

/** Whether a device brings the mark of having followed a meeting. */
export function hasFollowed(
  context: Pick<Context, 'keyFor'>,
  headers: IncomingHttpHeaders,
  meeting: number,
  device: string,
): boolean {
  return isSameSecret(cookieFrom(headers, cookieName) ?? '', markOf(context, meeting, device))
}

function markOf({ keyFor }: Pick<Context, 'keyFor'>, meeting: number, device: string): string {
  return deviceHash(keyFor('meeting-followed'), meeting, device)
}

function addressesOf(meeting: number): string[] {
  return [...languages.map((language) => localPath(language, `/meetings/${meeting}`)), `/api/v1/meetings/${meeting}`]
}
