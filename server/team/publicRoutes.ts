import { Router } from 'express'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import { teamMembers } from '../neighbourhoods/queries.ts'
import { memberOf, urlsOf } from '../neighbourhoods/rules.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { askAgain, cachedAnswers, forGood } from '../web/cachedAnswers.ts'
import { publishedPhoto } from './photoQueries.ts'
import { vcardOf } from './vcard.ts'

/** What a neighbourhood page links to of its team: photos, and contact details to keep. The same in every language. */
export function teamFiles(context: Context): Router {
  const { published } = context
  const router = Router()

  router.get(
    '/photos/:photo.jpg',
    cachedAnswers(context, 'photo', async (request) => {
      const picture = await publishedPhoto(published, String(request.params['photo']))
      if (!picture) throw new AppError('NOT_FOUND')
      return { type: 'image/jpeg', body: picture, cacheControl: forGood }
    }),
  )

  router.get(
    '/neighbourhoods/:force/:code/people/:id.vcf',
    cachedAnswers(context, 'vcard', async (request) => {
      const { force: forceId, code } = askedPlace(request)
      const { id, name, force } = await requireNeighbourhood(published, forceId, code)
      const members = await teamMembers(published, id)
      const member = members.find((one) => String(one.id) === request.params['id'])
      if (!member) throw new AppError('NOT_FOUND')
      const { publicUrl } = context.config
      return {
        type: 'text/vcard; charset=utf-8',
        body: vcardOf(memberOf(member, `${urlsOf(forceId, code, true).page}/people`), {
          force: force.name,
          neighbourhood: name,
          publicUrl,
        }),
        cacheControl: askAgain,
      }
    }),
  )
  return router
}
