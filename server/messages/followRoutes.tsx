import { type Request, type Response, Router } from 'express'
import { AskOncePage, GonePage } from '../../client/pages/AskOncePage.tsx'
import { FollowMessagePage } from '../../client/pages/FollowMessagePage.tsx'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { sendLetters } from '../mail/sendLetters.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { neighbourhoodPath } from '../places/rules.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import { eraseNow } from './erase.ts'
import { exportedMessage, followView, offeredRecourse } from './followView.ts'
import { privateAddress, recourseLetter } from './letters.ts'
import { type Message, messageOfLink, placeOfMessage, supervisorsOf, textsOf } from './readMessages.ts'
import { recourseForm, type Sentence, satisfactionForm } from './schemas.ts'
import { askRecourse, keepSatisfaction } from './writeMessages.ts'

/** A sender's private pages, `/messages/{secret}`, in one language. Opening one changes nothing; buttons do. */
export function followPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const say: Sentence = (key) => t(`messages:${key}`)
  const { database, clock, config } = context

  // Errors on these addresses are as private as the pages.
  router.use('/messages', (_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' })
    next()
  })

  router.get('/messages/erased', (request, response) =>
    sendPrivatePage(context, request, response, {
      language,
      title: t('messages:erasedTitle'),
      content: <GonePage title={t('messages:erasedTitle')} explained={t('messages:erasedExplained')} />,
    }),
  )

  router.get('/messages/:secret', async (request, response) => {
    await show(request, response, await asked(request))
  })

  router.post('/messages/:secret/recourse', formBody, async (request, response) => {
    const message = await asked(request)
    const form = readForm(recourseForm(say), request)
    if (!form.ok) return show(request, response, message, form)
    const now = clock()
    if (offeredRecourse(message, now) !== null) {
      const isAsked = await database.transaction((handle) => askRecourse(handle, message, form.value.words, now))
      if (isAsked) await tellSupervisors(context, message)
    }
    response.redirect(303, pathOf(request))
  })

  router.post('/messages/:secret/satisfaction', formBody, async (request, response) => {
    const message = await asked(request)
    const form = readForm(satisfactionForm(say), request)
    if (!form.ok) return show(request, response, message, form)
    await database.transaction((handle) => keepSatisfaction(handle, message, form.value, clock()))
    response.redirect(303, pathOf(request))
  })

  router.get('/messages/:secret/export', async (request, response) => {
    const message = await asked(request)
    const [place, texts] = await Promise.all([
      placeOfMessage(database.kysely, message),
      textsOf(database.kysely, message.id),
    ])
    response
      .attachment('message.json')
      .json(exportedMessage(message, { force: place.forceName, name: place.name }, texts))
  })

  router.get('/messages/:secret/erase', async (request, response) => {
    await asked(request)
    await sendPrivatePage(context, request, response, {
      language,
      title: t('messages:eraseTitle'),
      content: (
        <AskOncePage
          title={t('messages:eraseTitle')}
          explained={t('messages:eraseExplained')}
          button={t('messages:eraseButton')}
          action={`/messages/${secretOf(request)}/erase`}
          keep={{ text: t('messages:eraseKeep'), path: `/messages/${secretOf(request)}` }}
        />
      ),
    })
  })

  router.post('/messages/:secret/erase', formBody, async (request, response) => {
    const message = await asked(request)
    await database.transaction((handle) => eraseNow(handle, message.id, clock()))
    response.redirect(303, localPath(language, '/messages/erased'))
  })

  async function asked(request: Request): Promise<Message> {
    const message = await messageOfLink(database.kysely, secretOf(request))
    if (!message) throw new AppError('LINK_NOT_VALID')
    return message
  }

  function pathOf(request: Request): string {
    return localPath(language, `/messages/${secretOf(request)}`)
  }

  async function show(
    request: Request,
    response: Response,
    message: Message,
    sent: { problems: Problems; typed: Typed } = { problems: {}, typed: {} },
  ): Promise<void> {
    const now = clock()
    const { problems, typed } = sent
    const [place, texts] = await Promise.all([
      placeOfMessage(database.kysely, message),
      textsOf(database.kysely, message.id),
    ])
    const name = nameIn(language, place)
    const title = t('messages:followTitle', { name })
    const way = offeredRecourse(message, now)
    const scores = ['5', '4', '3', '2', '1'] as const
    const isWrong = Object.keys(problems).length > 0
    await sendPrivatePage(context, request, response, {
      status: isWrong ? 422 : 200,
      language,
      title: isWrong ? `${t('common:errorPrefix')} ${title}` : title,
      invented: place.invented,
      content: (
        <FollowMessagePage
          place={{ name, path: neighbourhoodPath(place.forceId, place.code) }}
          path={`/messages/${secretOf(request)}`}
          address={privateAddress(config.publicUrl, language, secretOf(request))}
          isMailed={message.email !== null}
          {...followView({ t, language }, message, texts, now)}
          recourse={way === null ? null : { way, words: typedText(typed, 'words') }}
          satisfaction={
            message.answeredAt && message.satisfaction === null
              ? {
                  choices: scores.map((value) => ({ value, text: t(`messages:satisfaction_${value}`) })),
                  chosen: typedText(typed, 'satisfaction'),
                  why: typedText(typed, 'why'),
                }
              : null
          }
          problems={problems}
        />
      ),
    })
  }
  return router
}

function secretOf(request: Request): string {
  return String(request.params['secret'])
}

/** Tells the force's supervisors that a resident asks for them; the letter holds no word of the message. */
async function tellSupervisors(context: Context, message: Message): Promise<void> {
  const { forceId } = await placeOfMessage(context.database.kysely, message)
  const addresses = await supervisorsOf(context.database.kysely, forceId)
  const letters = addresses.map((to) => recourseLetter(context.config.publicUrl, to, forceId))
  await sendLetters(context, letters)
}
