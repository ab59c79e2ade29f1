import { type Request, Router } from 'express'
import { AskOncePage, GonePage } from '../../client/pages/AskOncePage.tsx'
import { FollowConcernPage } from '../../client/pages/FollowConcernPage.tsx'
import { localPath } from '../../client/ui/page.ts'
import type { Language } from '../../shared/i18n/texts.ts'
import { momentInWords } from '../../shared/time/words.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import { AppError } from '../errors.ts'
import { sendLetters } from '../mail/sendLetters.ts'
import { placeOfMessage } from '../messages/readMessages.ts'
import { nameIn } from '../neighbourhoods/rules.ts'
import { formBody } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { translator } from '../web/translate.ts'
import { wordsOf } from './bodies.ts'
import { withdrawConcern } from './erase.ts'
import { statusLines } from './followView.ts'
import { newsLetters } from './letters.ts'
import { type ConcernWithAddress, concernOf, concernOfLink, sendersOf } from './readConcerns.ts'
import { concernUrls, privateAddress, privatePath } from './urls.ts'

/** A sender's private pages, `/concerns/{secret}`, in one language. Opening one changes nothing; buttons do. */
export function followConcernPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const { database, clock, config } = context

  // Errors on these addresses are as private as the pages.
  router.use('/concerns', (_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' })
    next()
  })

  router.get('/concerns/withdrawn', (request, response) =>
    sendPrivatePage(context, request, response, {
      language,
      title: t('concerns:withdrawnTitle'),
      content: <GonePage title={t('concerns:withdrawnTitle')} explained={t('concerns:withdrawnExplained')} />,
    }),
  )

  router.get('/concerns/:secret', async (request, response) => {
    const concern = await asked(request)
    const { neighbourhoodId, mergedInto } = concern
    const [place, standsFor] = await Promise.all([
      placeOfMessage(database.kysely, concern),
      mergedInto === null ? null : concernOf(database.kysely, neighbourhoodId, mergedInto),
    ])
    const name = nameIn(language, place)
    const shown = standsFor ?? concern
    const path = privatePath(secretOf(request))
    await sendPrivatePage(context, request, response, {
      language,
      title: t('concerns:followTitle', { name }),
      invented: place.invented,
      content: (
        <FollowConcernPage
          place={{ name, list: concernUrls(place.forceId, place.code).page }}
          path={path}
          address={privateAddress(config.publicUrl, language, secretOf(request))}
          sent={t('concerns:sent', { when: momentInWords(concern.receivedAt, language) })}
          isMailed={concern.email !== null}
          status={statusLines({ t, language }, concern, standsFor ?? null)}
          shownAs={shown.state === 'shown' ? shown.id : null}
          concern={wordsOf(concern)}
        />
      ),
    })
  })

  router.get('/concerns/:secret/withdraw', async (request, response) => {
    await asked(request)
    await sendPrivatePage(context, request, response, {
      language,
      title: t('concerns:withdrawTitle'),
      content: (
        <AskOncePage
          title={t('concerns:withdrawTitle')}
          explained={t('concerns:withdrawExplained')}
          button={t('concerns:withdrawButton')}
          action={`${privatePath(secretOf(request))}/withdraw`}
          keep={{ text: t('concerns:withdrawKeep'), path: privatePath(secretOf(request)) }}
        />
      ),
    })
  })

  router.post('/concerns/:secret/withdraw', formBody, async (request, response) => {
    const concern = await asked(request)
    const waitAgain = await changePages(context, (handle) => withdrawConcern(handle, concern.id, clock()))
    const senders = await Promise.all((waitAgain ?? []).map((id) => sendersOf(database.kysely, id)))
    await sendLetters(context, newsLetters(senders.flat()))
    response.redirect(303, localPath(language, '/concerns/withdrawn'))
  })

  async function asked(request: Request): Promise<ConcernWithAddress> {
    const concern = await concernOfLink(database.kysely, secretOf(request))
    if (!concern) throw new AppError('LINK_NOT_VALID')
    return concern
  }
  return router
}

function secretOf(request: Request): string {
  return String(request.params['secret'])
}
