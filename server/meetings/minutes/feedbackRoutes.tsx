import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { FeedbackPage } from '../../../client/pages/meetings/FeedbackPage.tsx'
import { localPath } from '../../../client/ui/page.ts'
import type { Language } from '../../../shared/i18n/texts.ts'
import { feedbackDays } from '../../../shared/minutes/feedback.ts'
import { dateInWords } from '../../../shared/time/words.ts'
import type { Context } from '../../context.ts'
import { changeCounts } from '../../database/countChanges.ts'
import { hasFollowed } from '../../live/followed.ts'
import { deviceHash, deviceOf, giveDevice } from '../../web/device.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../../web/forms.ts'
import { sendPrivatePage } from '../../web/privatePage.ts'
import { translator } from '../../web/translate.ts'
import { askedMeeting } from './askedMeeting.ts'
import { closedAtOf, hasAnswered, keepAnswer } from './feedbackQueries.ts'
import { feedbackState } from './feedbackRules.ts'
import { feedbackPath } from './paths.ts'

const longestReason = 1000

/**
 * How useful a meeting was: `/meetings/{id}/feedback` in one language. Asked of devices that followed it while it ran, once each; who
 * answers stays unknown.
 */
export function feedbackPages(context: Context, language: Language): Router {
  const router = Router()
  const t = translator(language)
  const path = '/meetings/:meeting/feedback'
  // Another key than the meeting's own: nobody can tell which questions the same device asked.
  const key = context.keyFor('meeting-feedback')
  const form = z.object({
    usefulness: z.enum(['1', '2', '3', '4', '5'], { error: t('minutes:feedbackEmpty') }).transform(Number),
    why: z
      .string()
      .default('')
      .transform((text) => text.trim())
      .pipe(z.string().max(longestReason, { error: t('minutes:feedbackLong') })),
  })

  router.get(path, async (request, response) => show(request, response, {}))

  router.post(path, formBody, async (request, response) => {
    const { id } = await askedMeeting(context, request)
    const read = readForm(form, request)
    const again = (status: number, problems: Problems) =>
      show(request, response, { status, problems, typed: read.typed })
    if (feedbackState(await closedAtOf(context.database.kysely, id), context.clock()) !== 'open')
      return show(request, response, { status: 409 })
    const device = deviceOf(request.headers)
    if (device === null || !hasFollowed(context, request.headers, id, device))
      return show(request, response, { status: 403 })
    if (!read.ok) return again(422, read.problems)
    const hash = deviceHash(key, id, device)
    if (!(await hasAnswered(context.database.kysely, id, hash))) {
      const waitMs = await context.live.limits.takeAnswer(id, request.ip ?? 'unknown')
      if (waitMs > 0) {
        response.setHeader('Retry-After', Math.ceil(waitMs / 1000))
        return again(429, { usefulness: t('minutes:feedbackTooMany') })
      }
      const answer = { meeting: id, device: hash, ...read.value }
      await changeCounts(context, `answers ${id}`, (handle) => keepAnswer(handle, answer, context.clock()))
    }
    response.redirect(303, localPath(language, `${feedbackPath(id)}?thanks`))
  })

  async function show(
    request: Request,
    response: Response,
    { status = 200, problems = {}, typed = {} }: { status?: number; problems?: Problems; typed?: Typed },
  ): Promise<void> {
    const head = await askedMeeting(context, request)
    const reader = context.database.kysely
    const device = giveDevice(context, request, response)
    const state = feedbackState(await closedAtOf(reader, head.id), context.clock())
    const answered = await hasAnswered(reader, head.id, deviceHash(key, head.id, device))
    const asked = state === 'open' && !hasFollowed(context, request.headers, head.id, device) ? 'notFollowed' : state
    const said = answered ? ('thanks' in request.query ? 'thanks' : 'already') : asked
    const title = t('minutes:feedbackTitle')
    await sendPrivatePage(context, request, response, {
      status,
      language,
      title: Object.keys(problems).length > 0 ? `${t('common:errorPrefix')} ${title}` : title,
      invented: head.neighbourhood.force.invented,
      content: (
        <FeedbackPage
          meeting={{ title: head.title, day: dateInWords(head.startsAt, language), path: `/meetings/${head.id}` }}
          action={feedbackPath(head.id)}
          state={said}
          days={feedbackDays}
          typed={{ usefulness: typedText(typed, 'usefulness'), why: typedText(typed, 'why') }}
          problems={problems}
        />
      ),
    })
  }
  return router
}
