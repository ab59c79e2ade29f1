import { type Request, Router } from 'express'
import { MinutesPage } from '../../../client/pages/meetings/MinutesPage.tsx'
import { NoMinutesPage } from '../../../client/pages/meetings/NoMinutesPage.tsx'
import { ReplayPage } from '../../../client/pages/meetings/ReplayPage.tsx'
import { localPath } from '../../../client/ui/page.ts'
import { minutesBody } from '../../../shared/api/minutes.ts'
import type { Language } from '../../../shared/i18n/texts.ts'
import { replayOf } from '../../../shared/minutes/replay.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import type { Context } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { feedPath } from '../../feeds/paths.ts'
import { nameIn } from '../../neighbourhoods/rules.ts'
import { eventBodyOf, placePath } from '../../priorities/bodies.ts'
import { trueUntil } from '../../priorities/rules.ts'
import { askAgain, cachedAnswers } from '../../web/cachedAnswers.ts'
import { type PageContent, pageRoute } from '../../web/pageRoute.ts'
import { translator } from '../../web/translate.ts'
import { nextMeeting } from '../nextMeeting.ts'
import { meetingsOf } from '../queries.ts'
import { askedMeeting } from './askedMeeting.ts'
import { minutesBodyOf } from './body.ts'
import { countedAnswers } from './feedbackQueries.ts'
import { feedbackState, usefulnessOf } from './feedbackRules.ts'
import { feedbackPath, minutesPath, replayPath } from './paths.ts'
import { type MeetingHead, prioritiesOfActions } from './queries.ts'
import { readMinutes } from './readMinutes.ts'

/** /meetings/{id}/minutes and /replay in one language. */
export function minutesPages(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/meetings/:meeting/minutes',
    pageRoute(context, language, async (request) => {
      const head = await askedMeeting(context, request)
      return head.phase === 'published' ? minutesPage(context, language, head) : notYet(language, head)
    }),
  )
  router.get(
    '/meetings/:meeting/replay',
    pageRoute(context, language, async (request) => {
      const head = await askedMeeting(context, request)
      return head.phase === 'published' ? replayPage(context, language, head, request) : notYet(language, head)
    }),
  )
  return router
}

/** Published minutes as JSON, under /api/v1. */
export function minutesTwins(context: Context): Router {
  const router = Router()
  router.get(
    '/meetings/:meeting/minutes',
    cachedAnswers(context, 'json', async (request) => {
      const head = await askedMeeting(context, request)
      if (head.phase !== 'published') throw new AppError('NOT_FOUND')
      const { minutes, priorities, usefulness, goodUntil, isGood } = await publishedParts(context, head)
      return {
        type: 'application/json; charset=utf-8',
        body: JSON.stringify(minutesBody.parse(minutesBodyOf(head, minutes, priorities, usefulness))),
        cacheControl: askAgain,
        goodUntil,
        isGood,
      }
    }),
  )
  return router
}

async function publishedParts(context: Context, head: MeetingHead) {
  const { published, clock } = context
  const now = clock()
  const isGood = context.counts.look(`answers ${head.id}`)
  const [{ minutes }, priorities, counted, meetings] = await Promise.all([
    readMinutes(published, head.id),
    prioritiesOfActions(published, head.id),
    countedAnswers(published, head.id),
    meetingsOf(published, head.neighbourhood.id),
  ])
  const isAsked = feedbackState(minutes.closedAt === null ? null : new Date(minutes.closedAt), now) === 'open'
  const begun = minutes.startedAt === null ? head.startsAt : new Date(minutes.startedAt)
  const next = nextMeeting(meetings, { id: head.id, begun }, now)
  return {
    minutes,
    priorities,
    usefulness: usefulnessOf(counted),
    isAsked,
    isGood: isAsked ? isGood : undefined,
    next: next ? eventBodyOf(head.neighbourhood, next) : null,
    goodUntil: trueUntil(meetings, now),
  }
}

async function minutesPage(context: Context, language: Language, head: MeetingHead): Promise<PageContent> {
  const t = translator(language)
  const { neighbourhood } = head
  const name = nameIn(language, neighbourhood)
  const { minutes, priorities, usefulness, isAsked, next, goodUntil, isGood } = await publishedParts(context, head)
  const place = placePath(neighbourhood)
  const feed = feedPath(neighbourhood)
  const json = `/api/v1${minutesPath(head.id)}`
  const title = t('minutes:title', { title: `${head.title}, ${dateInWords(head.startsAt, language)}` })
  return {
    title,
    description: t('minutes:description', { name }),
    invented: neighbourhood.force.invented,
    jsonTwin: json,
    feed: localPath(language, feed),
    goodUntil,
    isGood,
    content: (
      <MinutesPage
        title={t('minutes:title', { title: head.title })}
        place={`${name}, ${neighbourhood.force.name}`}
        plannedFor={head.startsAt.toISOString()}
        where={head.place}
        minutes={minutes}
        priorities={
          new Map(
            [...priorities].map(([line, { id, issue }]) => [
              line,
              { issue, path: `${place}/priorities#priority-${id}` },
            ]),
          )
        }
        usefulness={usefulness}
        next={next}
        urls={{
          neighbourhood: place,
          replay: replayPath(head.id),
          json,
          feed,
          feedback: isAsked ? feedbackPath(head.id) : null,
        }}
      />
    ),
  }
}

async function replayPage(
  context: Context,
  language: Language,
  head: MeetingHead,
  request: Request,
): Promise<PageContent> {
  const t = translator(language)
  const { changes } = await readMinutes(context.published, head.id)
  const title = `${head.title}, ${dateInWords(head.startsAt, language)}`
  return {
    title: t('minutes:replayTitle', { title }),
    description: t('minutes:replayDescription'),
    invented: head.neighbourhood.force.invented,
    content: (
      <ReplayPage
        title={title}
        events={replayOf(changes)}
        onlyDecided={request.query['show'] === 'decisions'}
        urls={{ minutes: minutesPath(head.id), replay: replayPath(head.id) }}
      />
    ),
  }
}

const why = { planned: 'Planned', running: 'Running', closed: 'Closed' } as const

/** Answered as a page that is not there: what follows links may ask again, and nobody keeps it. */
function notYet(language: Language, head: MeetingHead): PageContent {
  const { neighbourhood, phase, isCancelled } = head
  return {
    status: 404,
    title: translator(language)('minutes:unpublishedTitle'),
    invented: neighbourhood.force.invented,
    isPrivate: true,
    content: (
      <NoMinutesPage
        title={head.title}
        place={`${nameIn(language, neighbourhood)}, ${neighbourhood.force.name}`}
        day={dateInWords(head.startsAt, language)}
        why={isCancelled || phase === 'published' ? 'Cancelled' : why[phase]}
        urls={{ neighbourhood: placePath(neighbourhood), meeting: `/meetings/${head.id}` }}
      />
    ),
  }
}
