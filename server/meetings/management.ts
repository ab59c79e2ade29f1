import { Router } from 'express'
import type { Context } from '../context.ts'
import { manageAgenda } from './manageAgenda.tsx'
import { manageChairs } from './manageChairs.tsx'
import { manageDesk } from './manageDesk.tsx'
import { manageMeetings } from './manageMeetings.tsx'
import { manageSettings } from './manageSettings.tsx'

/** A team's own pages of its meetings. English only. */
export function meetingsManagement(context: Context): Router {
  const router = Router()
  router.use(manageMeetings(context))
  router.use(manageDesk(context))
  router.use(manageAgenda(context))
  router.use(manageSettings(context))
  router.use(manageChairs(context))
  return router
}
