import { Router } from 'express'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { addMonthsToDay, londonDay, londonInstant, nextLondonMidnight } from '../../shared/time/london.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { datesOf } from '../meetings/queries.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { askAgain, cachedAnswers } from '../web/cachedAnswers.ts'
import { rowNumber } from '../web/fields.ts'
import { translator } from '../web/translate.ts'
import { calendarFile } from './calendarFile.ts'
import { calendarPath } from './paths.ts'

const type = 'text/calendar; charset=utf-8'
/** A subscription goes back so far: what is older has been in calendars for long, and stays in them. */
const monthsBack = 12

/** One event as a file for a calendar. */
export function calendarFiles(context: Context): Router {
  const router = Router()
  router.get(
    '/neighbourhoods/:force/:code/events/:event.ics',
    cachedAnswers(context, 'calendar', async (request) => {
      const { force, code } = askedPlace(request)
      const neighbourhood = await requireNeighbourhood(context.published, force, code)
      const id = rowNumber.safeParse(request.params['event'])
      const dates = await datesOf(context.published, neighbourhood.id)
      const event = dates.find((date) => date.id === id.data)
      if (!event) throw new AppError('NOT_FOUND')
      const body = calendarFile(neighbourhood, [event], { publicUrl: context.config.publicUrl })
      return { type, body, cacheControl: askAgain }
    }),
  )
  return router
}

/** All events of a neighbourhood as a calendar to subscribe to, in one language. */
export function calendarSubscriptions(context: Context, language: Language): Router {
  const router = Router()
  router.get(
    '/feeds/neighbourhoods/:force/:code.ics',
    cachedAnswers(context, 'calendar', async (request) => {
      const { force, code } = askedPlace(request)
      const neighbourhood = await requireNeighbourhood(context.published, force, code)
      const now = context.clock()
      const since = londonInstant(addMonthsToDay(londonDay(now), -monthsBack), '00:00') as Date
      const { publicUrl } = context.config
      const t = translator(language)
      const name = nameIn(language, neighbourhood)
      const body = calendarFile(
        { ...neighbourhood, name },
        (await datesOf(context.published, neighbourhood.id)).filter(({ starts_at }) => starts_at >= since),
        {
          publicUrl,
          language,
          subscription: {
            name: t('meetings:calendarName', { name }),
            description: t('meetings:calendarDescription', { name }),
            source: publicUrl + localPath(language, calendarPath(neighbourhood)),
          },
        },
      )
      return { type, body, cacheControl: askAgain, goodUntil: nextLondonMidnight(now) }
    }),
  )
  return router
}
