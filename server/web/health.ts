import { Router } from 'express'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'

/** /healthz: the process runs. /readyz: it can answer, database included. /metrics: Prometheus text. */
export function healthRoutes(context: Context): Router {
  const router = Router()
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok' })
  })
  router.get('/readyz', async (_request, response) => {
    try {
      await sql`select 1`.execute(context.database.kysely)
    } catch (cause) {
      throw new AppError('NOT_READY', { cause })
    }
    response.set('Cache-Control', 'no-store').json({ status: 'ready', dataVersion: await context.dataVersion() })
  })
  router.get('/metrics', async (_request, response) => {
    response
      .set('Cache-Control', 'no-store')
      .type(context.metrics.registry.contentType)
      .send(await context.metrics.registry.metrics())
  })
  return router
}
