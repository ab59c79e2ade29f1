import { randomBytes } from 'node:crypto'
import { makeLinkToken } from '../../server/accounts/auth.ts'
import type { Grant } from '../../server/accounts/rules.ts'
import type { TestApp } from './app.ts'

/** Somebody who is signed in to a test's app. */
export interface SignedIn {
  id: string
  email: string
  /** The header `cookie` of their requests. */
  cookie: string
  /** The same, as a browser takes them. */
  browserCookies: { name: string; value: string; url: string }[]
  /** Fetches a path as them; redirects are not followed. */
  get(path: string): Promise<Response>
  /** Sends a form as their browser would; redirects are not followed. */
  post(path: string, fields: Record<string, string | string[]>): Promise<Response>
}

/** Makes a person with grants and signs them in, by a link as they would be. */
export async function signIn(app: TestApp, grants: Grant[], name = 'A. Example'): Promise<SignedIn> {
  const { kysely } = app.context.database
  const id = randomBytes(8).toString('hex')
  const email = `${id}@dogger.example`
  await kysely.insertInto('person').values({ id, name, email, email_verified: true }).execute()
  for (const { role, forceId, neighbourhoodId } of grants)
    await kysely
      .insertInto('access_grant')
      .values({ person_id: id, role, force_id: forceId, neighbourhood_id: neighbourhoodId })
      .execute()
  const answer = await postForm(`${app.url}/sign-in/link`, { token: await makeLinkToken(app.context.auth, email) })
  const cookie = cookieOf(answer)
  return {
    id,
    email,
    cookie,
    browserCookies: cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: app.url }
    }),
    get: (path) => fetch(app.url + path, { headers: { cookie }, redirect: 'manual' }),
    post: (path, fields) => postForm(app.url + path, fields, { cookie }),
  }
}

/** The cookies that an answer sets, as the next request sends them. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
}

/** Sends a form as a browser on our own page would; redirects are not followed. */
export function postForm(
  url: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one)
  return fetch(url, {
    method: 'POST',
    body,
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    redirect: 'manual',
  })
}
