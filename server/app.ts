import compression from 'compression'
import express, { type Express } from 'express'
import { type Language, languages } from '../shared/i18n/texts.ts'
import { aboutPages } from './about/routes.tsx'
import { accountRoutes } from './accounts/accountRoutes.tsx'
import { auditRoutes } from './accounts/auditRoutes.tsx'
import { invitationRoutes } from './accounts/invitationRoutes.tsx'
import { peopleRoutes } from './accounts/peopleRoutes.tsx'
import { signInRoutes } from './accounts/signInRoutes.tsx'
import { tokenRoutes } from './accounts/tokenRoutes.tsx'
import { calendarFiles, calendarSubscriptions } from './calendars/routes.ts'
import { backingForms } from './concerns/backRoutes.ts'
import { followConcernPages } from './concerns/followRoutes.tsx'
import { putForwardPages } from './concerns/formRoutes.tsx'
import { moderateConcerns } from './concerns/moderateRoutes.tsx'
import { concernPages, concernTwins } from './concerns/publicRoutes.tsx'
import type { Context } from './context.ts'
import { mapPages, mapTwins } from './crime/mapRoutes.tsx'
import { AppError } from './errors.ts'
import { feedRoutes } from './feeds/routes.ts'
import { forcePages } from './forces/routes.tsx'
import { liveTwins } from './live/routes.ts'
import { chairPages } from './meetings/chairPages.tsx'
import { joinPages } from './meetings/joinPages.tsx'
import { livePages } from './meetings/livePages.tsx'
import { meetingsManagement } from './meetings/management.ts'
import { feedbackPages } from './meetings/minutes/feedbackRoutes.tsx'
import { minutesManagement } from './meetings/minutes/manageRoutes.tsx'
import { minutesPages, minutesTwins } from './meetings/minutes/publicRoutes.tsx'
import { meetingTwin } from './meetings/oneMeeting.ts'
import { panelFragments } from './meetings/panelRoutes.ts'
import { meetingPages, meetingTwins } from './meetings/routes.tsx'
import { contactPages } from './messages/contactRoutes.tsx'
import { followPages } from './messages/followRoutes.tsx'
import { inboxPages } from './messages/inboxRoutes.tsx'
import { overseePages } from './messages/overseeRoutes.tsx'
import { neighbourhoodPages, neighbourhoodTwins } from './neighbourhoods/routes.tsx'
import { placePages } from './places/routes.tsx'
import { suggestionRoutes } from './places/suggestionRoutes.ts'
import { policeApiRoutes } from './police-api/routes.ts'
import { manageEvents } from './priorities/manageEvents.tsx'
import { managePriorities } from './priorities/managePriorities.tsx'
import { priorityPages, priorityTwins } from './priorities/routes.tsx'
import { recountFile } from './recount/offlineRoute.ts'
import { recountPages } from './recount/routes.tsx'
import { draftPages } from './standards/draftRoutes.tsx'
import { standardsManagement } from './standards/manage.ts'
import { standardsPages, standardsTwins } from './standards/routes.tsx'
import { teamFiles } from './team/publicRoutes.ts'
import { teamPages } from './team/routes.tsx'
import { tileRoutes } from './tiles/routes.ts'
import { clientFolder } from './web/assets.ts'
import { errorHandler } from './web/errorHandler.tsx'
import { healthRoutes } from './web/health.ts'
import { plainAddresses } from './web/plainAddresses.ts'
import { requestLog } from './web/requestLog.ts'
import { sameOriginForms } from './web/sameOrigin.ts'
import { securityHeaders } from './web/securityHeaders.ts'

/** The life of a request, top to bottom. */
export function createApp(context: Context): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag') // cachedAnswers makes its own, once an answer
  app.set('trust proxy', 'loopback, linklocal, uniquelocal')
  app.set('query parser', 'simple')

  app.use(requestLog(context))
  app.use(securityHeaders(context.config.publicUrl))
  app.use(healthRoutes(context))
  app.use(sameOriginForms(context.config.publicUrl))
  app.use(plainAddresses)
  app.use(compression()) // for what does not bring its own: assets, and answers of the API
  app.use('/assets', express.static(`${clientFolder}/assets`, { immutable: true, maxAge: '1y', index: false }))
  app.use(express.static(clientFolder, { index: false, maxAge: '1h', dotfiles: 'ignore' }))

  app.use(accountRoutes(context))
  app.use('/api/v1', neighbourhoodTwins(context))
  app.use('/api/v1', mapTwins(context))
  app.use('/api/v1', standardsTwins(context))
  app.use('/api/v1', priorityTwins(context))
  app.use('/api/v1', concernTwins(context))
  app.use('/api/v1', meetingTwins(context))
  app.use('/api/v1', meetingTwin(context))
  app.use('/api/v1', liveTwins(context))
  app.use('/api/v1', minutesTwins(context))
  app.use('/api/v1', () => {
    throw new AppError('NOT_FOUND')
  })
  app.use('/api', policeApiRoutes(context)) // after everything under /api/v1: it answers whatever is left of /api
  app.use(suggestionRoutes(context))
  app.use(tileRoutes(context))
  app.use(teamFiles(context))
  app.use(calendarFiles(context))
  app.use(recountFile())

  app.use(signInRoutes(context))
  app.use(invitationRoutes(context))
  app.use(peopleRoutes(context))
  app.use(tokenRoutes(context))
  app.use(auditRoutes(context))
  app.use(teamPages(context))
  app.use(meetingsManagement(context))
  app.use(manageEvents(context))
  app.use(managePriorities(context))
  app.use(minutesManagement(context))
  app.use(inboxPages(context))
  app.use(overseePages(context))
  app.use(moderateConcerns(context))
  app.use(standardsManagement(context))
  app.use(chairPages(context))

  for (const language of languages) app.use(language === 'cy' ? '/cy' : '/', pages(context, language))

  app.use((request) => {
    throw new AppError(request.method === 'GET' || request.method === 'HEAD' ? 'NOT_FOUND' : 'METHOD_NOT_ALLOWED')
  })
  app.use(errorHandler(context))
  return app
}

/** Every public page, once a language. */
function pages(context: Context, language: Language): express.Router {
  const router = express.Router()
  router.use(placePages(context, language))
  router.use(forcePages(context, language))
  router.use(aboutPages(context, language))
  router.use(recountPages(context, language))
  router.use(neighbourhoodPages(context, language))
  router.use(mapPages(context, language))
  router.use(standardsPages(context, language))
  router.use(draftPages(context, language))
  router.use(priorityPages(context, language))
  router.use(meetingPages(context, language))
  router.use(feedRoutes(context, language))
  router.use(calendarSubscriptions(context, language))
  router.use(joinPages(context, language))
  router.use(livePages(context, language))
  router.use(minutesPages(context, language))
  router.use(feedbackPages(context, language))
  router.use(contactPages(context, language))
  router.use(followPages(context, language))
  router.use(concernPages(context, language))
  router.use(putForwardPages(context, language))
  router.use(backingForms(context, language))
  router.use(followConcernPages(context, language))
  router.use(panelFragments(context, language))
  return router
}
