import { type Request, type Response, Router } from 'express'
import { PutForwardPage } from '../../client/pages/PutForwardPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { sendLetters } from '../mail/sendLetters.ts'
import type { Neighbourhood } from '../neighbourhoods/queries.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { deviceOf, giveDevice } from '../web/device.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import { suspicionOf, unknownSenderForm } from '../web/unknownSender.ts'
import { askedNeighbourhood, hashIn } from './asked.ts'
import { sentLetter } from './letters.ts'
import { type Spot, shortStreet, spotOf } from './nearestPoint.ts'
import { streetsOf } from './pointQueries.ts'
import { type PutForward, putForward } from './putForward.ts'
import { actsOfDevice } from './readConcerns.ts'
import { mostOfOneDevice, topics } from './rules.ts'
import { concernForm } from './schemas.ts'
import { concernUrls, privatePath } from './urls.ts'

/** Putting a concern forward: `/neighbourhoods/{force}/{id}/concerns/new` in one language. */
export function putForwardPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const path = '/neighbourhoods/:force/:code/concerns/new'
  const unknown = unknownSenderForm(context, 'concern')

  router.get(path, async (request, response) => {
    await show(request, response, await askedNeighbourhood(context, request), {})
  })

  router.post(path, formBody, async (request, response) => {
    const neighbourhood = await askedNeighbourhood(context, request)
    const form = readForm(
      concernForm((key) => t(`concerns:${key}`)),
      request,
    )
    const { typed } = form
    const { token, finding, keepsToken } = unknown.look(neighbourhood.id, typed)
    const again = (status: number, problems: Problems, keep = keepsToken) =>
      show(request, response, neighbourhood, { status, problems, typed, ...(keep ? { token } : {}) })
    const wait = await unknown.secondsToWait(request)
    if (wait > 0) {
      response.setHeader('Retry-After', wait)
      return again(429, { words: t('concerns:tooMany') })
    }
    if (!form.ok) return again(422, form.problems)
    const suspicion = suspicionOf(typed, finding)
    if (suspicion) return again(422, { words: t(`concerns:${suspicion}`) })
    const { where, ...concern } = form.value
    const spot = await spotOf(context.published, neighbourhood.id, where)
    if (spot.kind !== 'everywhere' && spot.kind !== 'point')
      return again(422, { where: whereProblem(spot, nameIn(language, neighbourhood)) })

    const secret = unknown.secretOf(token)
    const deviceHash = hashIn(context, neighbourhood, giveDevice(context, request, response))
    const pointId = spot.kind === 'point' ? spot.id : null
    const incoming = { ...concern, neighbourhoodId: neighbourhood.id, language, pointId, secret, deviceHash }
    const outcome = await context.database.transaction((handle) => putForward(handle, incoming, context.clock()))
    if (outcome !== 'stored' && outcome !== 'same') return again(422, { words: refusal(outcome) }, outcome !== 'used')
    if (outcome === 'stored' && concern.email !== '' && (await unknown.mayWriteTo(concern.email)))
      await sendLetters(context, [sentLetter(context.config.publicUrl, language, concern.email, secret)])
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    response.redirect(303, localPath(language, privatePath(secret)))
  })

  function whereProblem(spot: Exclude<Spot, { kind: 'everywhere' | 'point' }>, name: string): string {
    if (spot.kind === 'several') return t('concerns:whereSeveral', { streets: spot.streets.join(', ') })
    return t(spot.kind === 'outside' ? 'concerns:whereOutside' : 'concerns:whereUnknown', { name })
  }

  function refusal(outcome: Exclude<PutForward, 'stored' | 'same'>): string {
    if (outcome === 'used') return t('concerns:tokenUsed')
    return t(outcome === 'team-full' ? 'concerns:teamFull' : 'concerns:capReached')
  }

  async function show(
    request: Request,
    response: Response,
    neighbourhood: Neighbourhood,
    shown: { status?: number; problems?: Problems; typed?: Typed; token?: string },
  ): Promise<void> {
    const { status = 200, problems = {}, typed = {} } = shown
    const name = nameIn(language, neighbourhood)
    const title = t('concerns:formTitle', { name })
    const device = deviceOf(request.headers)
    const [streets, acts] = await Promise.all([
      streetsOf(context.published, neighbourhood.id),
      device && actsOfDevice(context.database.kysely, neighbourhood.id, hashIn(context, neighbourhood, device)),
    ])
    await sendPrivatePage(context, request, response, {
      status,
      language,
      title: status === 200 ? title : `${t('common:errorPrefix')} ${title}`,
      invented: neighbourhood.force.invented,
      content: (
        <PutForwardPage
          name={name}
          topics={topics.map((topic) => ({ value: topic, text: t(`concerns:topic_${topic}`) }))}
          streets={[...new Set(streets.map(shortStreet))]}
          typed={{
            words: typedText(typed, 'words'),
            topic: typedText(typed, 'topic'),
            where: typedText(typed, 'where'),
            email: typedText(typed, 'email'),
          }}
          problems={problems}
          token={shown.token ?? unknown.newToken(neighbourhood.id)}
          own={{ count: acts ? acts.open : 0, most: mostOfOneDevice }}
          urls={concernUrls(neighbourhood.force.id, neighbourhood.code)}
        />
      ),
    })
  }
  return router
}
