import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../test/support/app.ts'
import { onBothDatabases } from '../test/support/database.ts'

onBothDatabases('every answer', (database) => {
  let app: TestApp
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(app.url + path, { headers, redirect: 'manual' })
  beforeAll(async () => {
    app = await startTestApp(database())
  })
  afterAll(() => app.close())

  it('keeps scripts, styles and frames to ourselves', async () => {
    const policy = (await get('/healthz')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("style-src 'self'")
    expect(policy).not.toContain('unsafe-inline')
    expect(policy).not.toContain('unsafe-eval')
  })

  it('does not say what it runs on', async () => {
    expect((await get('/healthz')).headers.get('x-powered-by')).toBeNull()
  })

  it('tells that it lives, that it is ready, and its figures', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await get('/readyz')).json()).toMatchObject({ status: 'ready' })
    const metrics = await (await get('/metrics')).text()
    expect(metrics).toContain('http_request_duration_seconds_bucket')
    expect(metrics).toContain('process_cpu_seconds_total')
  })

  it('is a page in the language of the address when there is no such page', async () => {
    const english = await get('/nowhere', { accept: 'text/html' })
    expect(english.status).toBe(404)
    expect(english.headers.get('cache-control')).toBe('no-store')
    expect(await english.text()).toContain('<html lang="en"')
    const welsh = await (await get('/cy/nowhere', { accept: 'text/html' })).text()
    expect(welsh).toContain('<html lang="cy"')
    expect(welsh).toContain('Heb ddod o hyd i’r dudalen')
  })

  it('is problem JSON for a program', async () => {
    const answer = await get('/nowhere', { accept: 'application/json' })
    expect(await answer.json()).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  })

  it('says so when the address cannot be decoded', async () => {
    expect((await get('/api/%E0%A4%A/neighbourhoods')).status).toBe(400)
  })

  it('refuses a NUL in an address, but searches for whatever was typed', async () => {
    for (const path of [
      '/forces/%00',
      '/neighbourhoods/dogger/%00',
      '/api/%00/neighbourhoods',
      '/map?neighbourhood=x%2F%00',
    ])
      expect([path, (await get(path)).status]).toEqual([path, 400])
    expect((await get('/search?q=%00')).status).toBe(200)
  })

  it('answers what is not under /api/v1 as a problem, not as the public API does', async () => {
    const answer = await get('/api/v1/nothing')
    expect([answer.status, (await answer.json()) as unknown]).toMatchObject([404, { code: 'NOT_FOUND' }])
  })

  it('refuses methods that no page has', async () => {
    expect((await fetch(`${app.url}/`, { method: 'DELETE' })).status).toBe(405)
  })

  it('never shows a stack, and gives a reference to look for in the log', async () => {
    const broken = await startTestApp({ ...database(), kysely: undefined as never })
    try {
      const answer = await fetch(`${broken.url}/readyz`)
      expect(answer.status).toBe(503)
      const body = await answer.text()
      expect(body).toMatch(/"reference":"[0-9a-f]{10}"/)
      expect(body).not.toMatch(/at .*\.ts/)
    } finally {
      await broken.close()
    }
  })
})

onBothDatabases('an answer from memory', (database) => {
  let app: TestApp
  beforeAll(async () => {
    app = await startTestApp(database())
  })
  afterAll(() => app.close())
  const forces = (headers: Record<string, string> = {}) => fetch(`${app.url}/api/forces`, { headers })

  it('is asked for by ETag, and changes with the data version', async () => {
    const first = await forces()
    const etag = first.headers.get('etag') ?? ''
    expect(await first.json()).toEqual([])
    expect((await forces({ 'if-none-match': etag })).status).toBe(304)
    expect((await forces({ 'if-none-match': `W/${etag}` })).status).toBe(304)

    await sql`insert into force (id, name) values ('leicestershire', 'Leicestershire Police')`.execute(
      database().kysely,
    )
    expect((await forces({ 'if-none-match': etag })).status).toBe(304) // nothing has said that the data moved
    await sql`update data_version set version = version + 1`.execute(database().kysely)
    app.context.forgetDataVersion()
    const second = await forces({ 'if-none-match': etag })
    expect(second.status).toBe(200)
    expect(await second.json()).toEqual([{ id: 'leicestershire', name: 'Leicestershire Police' }])
  })
})

describe('what one address may ask', () => {
  onBothDatabases('the public API', (database, kind) => {
    it('is 30 at once; then it is told when to come again', async () => {
      const app = await startTestApp(database())
      try {
        const answers = await Promise.all(Array.from({ length: 40 }, () => fetch(`${app.url}/api/crime-categories`)))
        const refused = answers.filter((answer) => answer.status === 429)
        expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThanOrEqual(30)
        expect(refused.length, kind).toBeGreaterThan(0)
        expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
        expect(refused[0]?.headers.get('access-control-allow-origin')).toBe('*')
      } finally {
        await app.close()
      }
    })
  })
})
