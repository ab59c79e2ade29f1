import { Router } from 'express'
import type { Context } from '../context.ts'
import { standardsDesk } from './deskRoutes.tsx'
import { draftSharing } from './draftRoutes.tsx'
import { forceResults } from './forceResults.tsx'
import { standardForms } from './formRoutes.tsx'
import { standardResults } from './resultRoutes.tsx'

/** Everything under /manage about standards. */
export function standardsManagement(context: Context): Router {
  const router = Router()
  router.use(standardForms(context))
  router.use(standardResults(context))
  router.use(forceResults(context))
  router.use(draftSharing(context))
  router.use(standardsDesk(context))
  return router
}
