import { type Request, type RequestHandler, Router } from 'express'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { changeCounts } from '../database/countChanges.ts'
import { AppError } from '../errors.ts'
import { deviceOf, giveDevice } from '../web/device.ts'
import { rowNumber } from '../web/fields.ts'
import { addressLimit } from '../web/limits.ts'
import { askedNeighbourhood, hashIn } from './asked.ts'
import { backConcern } from './backConcern.ts'
import { isKnownDevice } from './readConcerns.ts'
import { concernUrls } from './urls.ts'

/** Backing a concern, and taking that back: forms of the list in one language. */
export function backingForms(context: Context, language: Language): Router {
  const router = Router()
  const one = '/neighbourhoods/:force/:code/concerns/:concern'
  // Only devices that were never seen here are counted against an address, whatever their cookie says: a hall comes through, and a program
  // that makes up devices does not get far.
  const [inAMinute, inAnHour] = [addressLimit(60, 60), addressLimit(300, 3600)]

  const act =
    (wanted: 'back' | 'unback'): RequestHandler =>
    async (request, response) => {
      const neighbourhood = await askedNeighbourhood(context, request)
      const { page } = concernUrls(neighbourhood.force.id, neighbourhood.code)
      const list = localPath(language, page)
      response.setHeader('Cache-Control', 'no-store')
      const device = deviceOf(request.headers)
      if (!device) {
        // Counted only once the cookie has come back: without it every touch would be another device.
        giveDevice(context, request, response)
        if ('again' in request.query) return response.redirect(303, `${list}?cookies=none`)
        return response.redirect(307, `${list}/${askedConcern(request)}/${wanted}?again`)
      }
      const hash = hashIn(context, neighbourhood, device)
      if (!(await isKnownDevice(context.database.kysely, hash))) {
        const wait = Math.max(await inAMinute(request), await inAnHour(request))
        if (wait > 0) {
          response.setHeader('Retry-After', wait)
          throw new AppError('TOO_MANY_REQUESTS')
        }
      }
      const counted = await changeCounts(context, `concerns ${neighbourhood.id}`, (handle) =>
        backConcern(handle, neighbourhood.id, askedConcern(request), hash, wanted),
      )
      response.redirect(303, counted === undefined ? list : `${list}#concern-${counted}`)
    }
  router.post(`${one}/back`, act('back'))
  router.post(`${one}/unback`, act('unback'))
  return router
}

function askedConcern(request: Request): number {
  const parsed = rowNumber.safeParse(request.params['concern'])
  if (!parsed.success) throw new AppError('NOT_FOUND')
  return parsed.data
}
