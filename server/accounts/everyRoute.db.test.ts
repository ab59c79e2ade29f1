import type { Express } from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { aForce, aNeighbourhood } from '../../test/support/builders/crime.ts'
import { onBothDatabases } from '../../test/support/database.ts'
import { postForm, type SignedIn, signIn } from '../../test/support/signIn.ts'
import { createApp } from '../app.ts'
import { type Action, permissions, type Role } from './rules.ts'

const neighbourhood = '/manage/neighbourhoods/:force/:code'
const force = '/manage/forces/:force'

/** What the routes of the team's own pages need: the first that a route begins with decides. A route that none fits fails the test. */
const needed: readonly (readonly [beginning: string, need: Action | 'to be signed in'])[] = [
  ['GET /manage/account', 'to be signed in'],
  ['POST /manage/account', 'to be signed in'],
  [`GET ${force}/people`, 'people.invite'],
  [`POST ${force}/people`, 'people.invite'],
  [`GET ${force}/audit`, 'audit.read'],
  ['GET /manage/audit', 'audit.readAll'],
  [`GET ${force}/tokens`, 'tokens.manage'],
  [`POST ${force}/tokens`, 'tokens.manage'],
  [`GET ${force}/messages`, 'messages.oversee'],
  [`GET ${force}/standards`, 'standards.defaults'],
  [`POST ${force}/standards/publish`, 'standards.publish'],
  [`POST ${force}/standards`, 'standards.defaults'],
  [`POST ${neighbourhood}/standards/publish`, 'standards.publish'],
  [`GET ${neighbourhood}/standards`, 'standards.edit'],
  [`POST ${neighbourhood}/standards`, 'standards.edit'],
  ['GET /manage/meetings/:meeting/minutes/publish', 'meetings.edit'],
  ['POST /manage/meetings/:meeting/minutes/publish', 'meetings.edit'],
  ['POST /manage/meetings/:meeting/minutes/withdraw', 'meetings.edit'],
  ['GET /manage/meetings/:meeting/minutes', 'meetings.chair'],
  ['POST /manage/meetings/:meeting/minutes', 'meetings.chair'],
  [`GET ${neighbourhood}/messages`, 'messages.answer'],
  [`POST ${neighbourhood}/messages`, 'messages.answer'],
  [`GET ${neighbourhood}/concerns`, 'concerns.moderate'],
  [`POST ${neighbourhood}/concerns`, 'concerns.moderate'],
  [`GET ${neighbourhood}/priorities`, 'priorities.edit'],
  [`POST ${neighbourhood}/priorities`, 'priorities.edit'],
  [`GET ${neighbourhood}/meetings`, 'meetings.edit'],
  [`POST ${neighbourhood}/meetings`, 'meetings.edit'],
  [`POST ${neighbourhood}/team/publish`, 'team.publish'],
  [`GET ${neighbourhood}/team`, 'team.edit'],
  [`POST ${neighbourhood}/team`, 'team.edit'],
]
/** Routes that are just so. */
const exactly: Readonly<Record<string, Action | 'to be signed in'>> = {
  'GET /manage': 'to be signed in',
  [`GET ${neighbourhood}`]: 'manage.see',
}

function needOf(route: string): Action | 'to be signed in' | undefined {
  return exactly[route] ?? needed.find(([beginning]) => route.startsWith(beginning))?.[1]
}

/** Whether an address holds the number of something inside a place. */
function namesAThing(route: string): boolean {
  return /:(?!force|code)\w/.test(route)
}

/** Every other route that takes a form: anybody may use it. */
const forEverybody = [
  'POST /sign-in',
  'POST /sign-in/link',
  'POST /sign-out',
  'POST /invitation',
  'POST /neighbourhoods/:force/:code/contact',
  'POST /standards-draft/:secret',
  'POST /messages/:secret/recourse',
  'POST /messages/:secret/satisfaction',
  'POST /messages/:secret/erase',
  'POST /neighbourhoods/:force/:code/concerns/new',
  'POST /neighbourhoods/:force/:code/concerns/:concern/back',
  'POST /neighbourhoods/:force/:code/concerns/:concern/unback',
  'POST /concerns/:secret/withdraw',
  'POST /meetings/:meeting/commands',
  'POST /meetings/:meeting',
  'POST /meetings/:meeting/chair',
  'POST /meetings/:meeting/chair/:secret',
  'POST /meetings/:meeting/feedback',
]

interface Layer {
  route?: { path: string; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

/** Every route of an app, as `GET /path/:parameter`. Routers of these pages are mounted without a path of their own. */
function routesOf(app: Express): string[] {
  const walk = (layers: readonly Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => {
      if (route) return Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)
      return handle?.stack ? walk(handle.stack) : []
    })
  return [...new Set(walk((app.router as unknown as { stack: Layer[] }).stack))]
}

onBothDatabases('every route', (database) => {
  let app: TestApp
  let routes: string[]
  /** By role: somebody who has it in the place of the addresses, and somebody who has it in another. */
  let people: Record<Role, { here: SignedIn; elsewhere: SignedIn | undefined }>

  beforeAll(async () => {
    await aForce(database())
    await aForce(database(), { id: 'fisher', name: 'Fisher Police' })
    const here = await aNeighbourhood(database())
    const beside = await aNeighbourhood(database(), { code: 'SP2', name: 'Outer Silver Pit' })
    app = await startTestApp(database())
    routes = routesOf(createApp(app.context))
    const officer = (neighbourhoodId: number) => signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId }])
    const supervisor = (forceId: string) => signIn(app, [{ role: 'supervisor', forceId, neighbourhoodId: null }])
    people = {
      officer: { here: await officer(here), elsewhere: await officer(beside) },
      supervisor: { here: await supervisor('dogger'), elsewhere: await supervisor('fisher') },
      admin: {
        here: await signIn(app, [{ role: 'admin', forceId: null, neighbourhoodId: null }]),
        elsewhere: undefined,
      },
    }
  })
  afterAll(() => app.close())

  const managed = () => routes.filter((route) => route.split(' ')[1]?.startsWith('/manage'))

  /** The status of a route, its parameters filled in, for somebody; forms are empty. */
  async function status(route: string, person: SignedIn | undefined): Promise<number> {
    const [method, pattern = ''] = route.split(' ')
    const path = pattern.replace(':force', 'dogger').replace(':code', 'SP1').replace(/:\w+/g, '1')
    const headers = person ? { cookie: person.cookie } : {}
    const answer =
      method === 'GET'
        ? await fetch(app.url + path, { headers, redirect: 'manual' })
        : await postForm(app.url + path, {}, headers)
    await answer.arrayBuffer()
    return answer.status
  }

  it('is known here, with what it needs', () => {
    expect(managed().filter((route) => needOf(route) === undefined)).toEqual([])
    const routesNeeding = ([beginning]: (typeof needed)[number]) =>
      managed().some((route) => route.startsWith(beginning))
    expect(needed.filter((entry) => !routesNeeding(entry))).toEqual([])
    const forms = routes.filter((route) => /^(POST|PUT|PATCH|DELETE) /.test(route) && !managed().includes(route))
    expect(forms.sort()).toEqual([...forEverybody].sort())
  })

  it('lets nobody in who is not signed in', async () => {
    for (const route of managed())
      expect([route, await status(route, undefined)]).toEqual([route, route.startsWith('GET') ? 303 : 401])
  })

  describe.each(['officer', 'supervisor', 'admin'] as const)('for an %s', (role) => {
    it('is open where the permissions say so, and nowhere else', async () => {
      for (const route of managed()) {
        // Ending sessions would end the walk.
        if (route.startsWith('POST /manage/account')) continue
        const need = needOf(route)
        if (need === undefined) continue // told by the test above
        // An officer's place is a neighbourhood; what is of a whole force is beyond it.
        const isReached = role !== 'officer' || !route.includes('/forces/')
        const isOpen =
          need === 'to be signed in' || ((permissions[need] as readonly Role[]).includes(role) && isReached)
        const got = await status(route, people[role].here)
        if (!isOpen) expect([route, got]).toEqual([route, 403])
        // A thing that is not there answers as one of somebody else's: only routes of whole places say whether they are open.
        else if (!namesAThing(route))
          expect([401, 403], `${route} is open to an ${role}, got ${got}`).not.toContain(got)
      }
    })

    it('is shut in a place that is not theirs', async () => {
      const { elsewhere } = people[role]
      if (!elsewhere) return
      for (const route of managed())
        if (needOf(route) !== 'to be signed in') expect([route, await status(route, elsewhere)]).toEqual([route, 403])
    })
  })
})
