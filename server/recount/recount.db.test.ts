import { parse } from 'node-html-parser'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'

describe('/recount', () => {
  let opened: TestDatabase
  let app: TestApp
  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    app = await startTestApp(opened.database)
  })
  afterAll(async () => {
    await app.close()
    await opened.remove()
  })

  const policyOf = async (path: string) =>
    (await fetch(app.url + path)).headers.get('content-security-policy')?.split(';') ?? []

  it.each(['/recount', '/cy/recount'])('%s may send nothing, and its workers neither', async (path) => {
    const policy = await policyOf(path)
    expect(policy).toContain("connect-src 'none'")
    expect(policy).toContain("form-action 'none'")
    expect(policy).toContain('worker-src blob:')
    expect(policy).toContain("script-src 'self'")
  })

  it('takes that from no other page', async () => {
    expect((await policyOf('/about-the-data')).join()).toMatch(/connect-src 'self'.*form-action 'self'/)
  })

  it('without JavaScript says that nothing is uploaded, and gives the command', async () => {
    const page = parse(await (await fetch(`${app.url}/recount`)).text())
    const text = page.querySelector('main')?.text
    expect(text).toContain('does not leave your device')
    expect(text).toContain('needs JavaScript')
    expect(page.querySelector('pre')?.text).toContain('npm run recount -- FILE')
    expect(page.querySelector('form')).toBeNull()
  })

  it('is linked from every page', async () => {
    const page = parse(await (await fetch(`${app.url}/cy/about-the-data`)).text())
    expect(page.querySelector('footer a[href="/cy/recount"]')?.text).toContain('Cyfrif')
  })
})
