import { type Request, Router } from 'express'
import { MeetingPosterPage } from '../../client/pages/MeetingPosterPage.tsx'
import { MeetingsPage } from '../../client/pages/MeetingsPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import { meetingsBody } from '../../shared/api/meetings.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { calendarPath, webcalAddress } from '../calendars/paths.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { feedPath } from '../feeds/paths.ts'
import { drawnMap } from '../neighbourhoods/drawing.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { placePath } from '../priorities/bodies.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { type PageContent, pageRoute } from '../web/pageRoute.ts'
import { qrCode } from '../web/qrCode.ts'
import { translator } from '../web/translate.ts'
import { meetingBodyOf, meetingPath } from './bodies.ts'
import { askedMeeting } from './oneMeeting.ts'
import { publishedMeetings } from './published.ts'

/** /neighbourhoods/{force}/{id}/meetings, and the poster of a meeting, in one language. */
export function meetingPages(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code/meetings',
    pageRoute(context, language, (request) => meetingsPage(context, language, request)),
  )
  router.get(
    '/meetings/:meeting/poster',
    pageRoute(context, language, (request) => posterPage(context, language, request)),
  )
  return router
}

/** A neighbourhood's meetings as JSON, under /api/v1. */
export function meetingTwins(context: Context): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code/meetings',
    cachedAnswers(context, 'json', async (request) => {
      const { force, code } = askedPlace(request)
      const neighbourhood = await requireNeighbourhood(context.published, force, code)
      const { meetings, trueUntil } = await publishedMeetings(context, neighbourhood)
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(meetingsBody.parse(meetings)),
        cacheControl: askAgain,
        goodUntil: trueUntil,
      }
    }),
  )
  return router
}

async function meetingsPage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const { force, code } = askedPlace(request)
  const neighbourhood = await requireNeighbourhood(context.published, force, code)
  const { meetings, trueUntil } = await publishedMeetings(context, neighbourhood)
  const name = nameIn(language, neighbourhood)
  const t = translator(language)
  const place = placePath(neighbourhood)
  const feed = feedPath(neighbourhood)
  const json = `/api/v1${place}/meetings`
  const calendar = localPath(language, calendarPath(neighbourhood))
  const location = meetings.coming.find(({ cancelled }) => !cancelled)?.plan?.location
  const map = location
    ? await drawnMap(context.published, neighbourhood.id, undefined, [[location.longitude, location.latitude]])
    : null
  return {
    title: t('meetings:title', { name }),
    description: t('meetings:description', { name }),
    invented: neighbourhood.force.invented,
    jsonTwin: json,
    feed: localPath(language, feed),
    goodUntil: trueUntil,
    content: (
      <MeetingsPage
        meetings={meetings}
        name={name}
        map={map && map.marks.length > 0 ? map : null}
        join={{ address: shortAddress(context, localPath(language, '/join')) }}
        calendar={{
          webcal: webcalAddress(context.config.publicUrl, calendar),
          address: context.config.publicUrl + calendar,
        }}
        urls={{ place, json, feed }}
      />
    ),
  }
}

async function posterPage(context: Context, language: Language, request: Request): Promise<PageContent> {
  const { row, neighbourhood } = await askedMeeting(context, request)
  const { joinCode } = row.meeting
  const name = nameIn(language, neighbourhood)
  const address = context.config.publicUrl + localPath(language, `/join/${joinCode}`)
  if (row.cancelled_at) throw new AppError('NOT_FOUND') // nobody shall hang up what does not take place
  return {
    title: translator(language)('meetings:posterOf', { name }),
    invented: neighbourhood.force.invented,
    content: (
      <MeetingPosterPage
        meeting={meetingBodyOf(neighbourhood, row, [])}
        name={name}
        force={neighbourhood.force.name}
        joinCode={joinCode}
        address={address}
        join={shortAddress(context, localPath(language, '/join'))}
        code={qrCode(address)}
        url={meetingPath(row.id)}
      />
    ),
  }
}

/** An address as it is read out and typed: without its scheme. */
function shortAddress({ config }: Context, path: string): string {
  return config.publicUrl.replace(/^https?:\/\//, '') + path
}
