import { type Request, type Response, Router } from 'express'
import { ContactTeamPage } from '../../client/pages/ContactTeamPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { sendLetters } from '../mail/sendLetters.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import type { Neighbourhood } from '../neighbourhoods/queries.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { neighbourhoodPath } from '../places/rules.ts'
import { firstDue, promisedReply } from '../standards/promisedReply.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import { suspicionOf, unknownSenderForm } from '../web/unknownSender.ts'
import { sentLetter } from './letters.ts'
import { topics } from './rules.ts'
import { messageForm } from './schemas.ts'
import { receiveMessage } from './writeMessages.ts'

/** Writing to a team: `/neighbourhoods/{force}/{id}/contact` in one language. */
export function contactPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const path = '/neighbourhoods/:force/:code/contact'
  const unknown = unknownSenderForm(context, 'message')

  router.get(path, async (request, response) => {
    const neighbourhood = await askedNeighbourhood(context, request)
    await show(request, response, neighbourhood, {})
  })

  router.post(path, formBody, async (request, response) => {
    const neighbourhood = await askedNeighbourhood(context, request)
    const form = readForm(
      messageForm((key) => t(`messages:${key}`)),
      request,
    )
    const { typed } = form
    const { token, finding, keepsToken } = unknown.look(neighbourhood.id, typed)
    const again = (status: number, problems: Problems, keep = keepsToken) =>
      show(request, response, neighbourhood, { status, problems, typed, ...(keep ? { token } : {}) })
    const wait = await unknown.secondsToWait(request)
    if (wait > 0) {
      response.setHeader('Retry-After', wait)
      return again(429, { message: t('messages:tooMany') })
    }
    if (!form.ok) return again(422, form.problems)
    const suspicion = suspicionOf(typed, finding)
    if (suspicion) return again(422, { message: t(`messages:${suspicion}`) })

    const secret = unknown.secretOf(token)
    const now = context.clock()
    const message = { ...form.value, neighbourhoodId: neighbourhood.id, language, secret }
    const promise = await promisedReply(context.published, neighbourhood.id)
    const outcome = await context.database.transaction((handle) => receiveMessage(handle, message, promise, now))
    if (outcome === 'used') return again(422, { message: t('messages:tokenUsed') }, false)
    if (outcome === 'stored' && message.email !== '' && (await unknown.mayWriteTo(message.email)))
      await sendLetters(context, [sentLetter(context.config.publicUrl, language, message.email, secret)])
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    response.redirect(303, localPath(language, `/messages/${secret}`))
  })

  async function show(
    request: Request,
    response: Response,
    neighbourhood: Neighbourhood,
    shown: { status?: number; problems?: Problems; typed?: Typed; token?: string },
  ): Promise<void> {
    const { status = 200, problems = {}, typed = {} } = shown
    const name = nameIn(language, neighbourhood)
    const title = t('messages:contactTitle', { name })
    const promise = await promisedReply(context.published, neighbourhood.id)
    const token = shown.token ?? unknown.newToken(neighbourhood.id)
    await sendPrivatePage(context, request, response, {
      status,
      language,
      title: status === 200 ? title : `${t('common:errorPrefix')} ${title}`,
      invented: neighbourhood.force.invented,
      content: (
        <ContactTeamPage
          place={{ name, path: neighbourhoodPath(neighbourhood.force.id, neighbourhood.code) }}
          promise={firstDue(context.clock(), promise.answer)}
          topics={topics.map((topic) => ({ value: topic, text: t(`messages:topic_${topic}`) }))}
          typed={{
            message: typedText(typed, 'message'),
            email: typedText(typed, 'email'),
            topic: typedText(typed, 'topic'),
          }}
          problems={problems}
          token={token}
        />
      ),
    })
  }
  return router
}

async function askedNeighbourhood(context: Context, request: Request): Promise<Neighbourhood> {
  const { force, code } = askedPlace(request)
  return requireNeighbourhood(context.published, force, code)
}
