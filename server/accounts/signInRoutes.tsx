import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import { type Request, type Response, Router } from 'express'
import { LinkPage } from '../../client/pages/manage/LinkPage.tsx'
import { SignInPage } from '../../client/pages/manage/SignInPage.tsx'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { formBody, type Problems, readForm, type Typed, typedText } from '../web/forms.ts'
import { sendPrivatePage } from '../web/privatePage.ts'
import { personOf } from './access.ts'
import { LinkLimits } from './limits.ts'
import { askForLink, linkToken, nextPage } from './schemas.ts'

/** The parts of better-auth that a browser's script talks to by itself: making and using passkeys. */
const passkeySteps = [
  'generate-register-options',
  'verify-registration',
  'generate-authenticate-options',
  'verify-authentication',
]

/** Signing in and out. Every answer to "send me a link" is the same, whether the address has an account or not. */
export function signInRoutes(context: Context): Router {
  const router = Router()
  const limits = new LinkLimits()
  const showForm = (request: Request, response: Response, form: { typed: Typed; problems: Problems }) =>
    sendPrivatePage(context, request, response, {
      title: 'Sign in',
      status: Object.keys(form.problems).length > 0 ? 422 : 200,
      content: (
        <SignInPage
          email={typedText(form.typed, 'email')}
          next={typedText(form.typed, 'next')}
          problems={form.problems}
        />
      ),
    })

  router.get('/sign-in', async (request, response) => {
    if (await personOf(context, request)) return response.redirect(303, '/manage')
    await showForm(request, response, { typed: { next: nextPage.parse(request.query['next']) }, problems: {} })
  })

  router.post('/sign-in', formBody, async (request, response) => {
    const form = readForm(askForLink, request)
    if (!form.ok) return showForm(request, response, form)
    if (!(await limits.mayAsk(request.ip ?? ''))) throw new AppError('TOO_MANY_REQUESTS')
    // Not waited for, so that the time of the answer says nothing either.
    sendLinkTo(context, limits, form.value).catch((error) => context.log.error({ err: error }, 'no sign-in letter'))
    response.redirect(303, '/sign-in/sent')
  })

  router.get('/sign-in/sent', (request, response) =>
    sendPrivatePage(context, request, response, {
      title: 'Look in your mailbox',
      content: <LinkPage kind="sent" />,
    }),
  )

  // Opening a link does nothing: mail scanners open links. Its button signs in.
  router.get('/sign-in/link', (request, response) => {
    const link = linkToken.safeParse(request.query)
    if (!link.success) throw new AppError('LINK_NOT_VALID')
    const { token, next } = link.data
    return sendPrivatePage(context, request, response, {
      title: 'Sign in',
      content: <LinkPage kind="sign-in" token={token} next={next} />,
    })
  })

  router.post('/sign-in/link', formBody, async (request, response) => {
    const form = readForm(linkToken, request)
    if (!form.ok) throw new AppError('LINK_NOT_VALID')
    await signInWith(context, form.value.token, request, response)
    response.redirect(303, form.value.next)
  })

  router.post('/sign-out', async (request, response) => {
    const headers = fromNodeHeaders(request.headers)
    const answer = await context.auth.api.signOut({ headers, asResponse: true }).catch(() => undefined)
    for (const cookie of answer?.headers.getSetCookie() ?? []) response.append('Set-Cookie', cookie)
    response.redirect(303, '/')
  })

  for (const step of passkeySteps)
    router.all(`/auth/passkey/${step}`, (request, response) => toNodeHandler(context.auth)(request, response))
  return router
}

async function sendLinkTo(context: Context, limits: LinkLimits, { email, next }: { email: string; next: string }) {
  const { kysely } = context.database
  const known = await kysely.selectFrom('person').select('id').where('email', '=', email).executeTakeFirst()
  if (!known || !(await limits.maySend(email))) return
  await context.auth.api.signInMagicLink({ body: { email, metadata: { next } }, headers: new Headers() })
}

/**
 * Uses a sign-in link up and gives the browser its session.
 * @throws AppError LINK_NOT_VALID when it was used, has run out or was never made
 */
export async function signInWith(context: Context, token: string, request: Request, response: Response): Promise<void> {
  const headers = fromNodeHeaders(request.headers)
  const answer = await context.auth.api.magicLinkVerify({ query: { token }, headers, asResponse: true })
  // A bad link is answered with a redirect to an error.
  if (answer.status !== 200) throw new AppError('LINK_NOT_VALID')
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
}
