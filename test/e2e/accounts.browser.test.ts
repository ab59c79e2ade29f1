import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invitePerson } from '../../server/accounts/invitations.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood } from '../support/builders/crime.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/** A port that is free now: passkeys are bound to an address that must be known before the start. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

describe.runIf(browserIsHere)('accounts in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aForce(opened.database)
    await aNeighbourhood(opened.database)
    const port = await freePort()
    const environment = { PORT: String(port), PUBLIC_URL: `http://localhost:${port}` }
    app = await startTestApp(opened.database, { assets: await builtAssets() }, environment)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  /** Somebody new, invited, up to the page whose button lets them in. */
  async function invited(
    email: string,
    options = {},
  ): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }> {
    const place = { forceId: 'dogger', neighbourhoodId: null }
    const invitation = { email, name: 'A. Sergeant', role: 'supervisor' as const, ...place }
    const token = await invitePerson(opened.database, null, invitation, new Date())
    return openPage(browser, `${app.url}/invitation?token=${token}`, { viewport: windows.phone, ...options })
  }

  it('a new person accepts, makes a passkey, signs out and in again with it', async () => {
    const { page, complaints, close } = await invited('a.sergeant@dogger.example')
    const protocol = await page.context().newCDPSession(page)
    await protocol.send('WebAuthn.enable')
    await protocol.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Accept and sign in' }).click()
    await page.waitForURL('**/manage')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Make a passkey' }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${app.url}/manage/account`)
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    await page.waitForURL('**/manage/account')
    expect(await page.textContent('main')).toContain('Passkey, made on')
    await expectAccessible(page)
    for (const path of ['people', 'audit', 'tokens']) {
      await page.goto(`${app.url}/manage/forces/dogger/${path}`)
      await expectAccessible(page)
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest, path).toBeLessThanOrEqual(windows.phone.width)
    }
    expect(complaints).toEqual([])
    await close()
  })

  it('without JavaScript: a link signs in, and somebody is invited', async () => {
    const { page, close } = await invited('b.sergeant@dogger.example', { javaScriptEnabled: false })
    await page.getByRole('button', { name: 'Accept and sign in' }).click()
    await page.getByRole('link', { name: 'People and invitations' }).click()
    await page.getByLabel('Name').fill('C. New')
    await page.getByLabel('Work e-mail address').fill('c.new')
    await page.getByLabel('Officer').check()
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    expect(await page.getByLabel('Name').inputValue()).toBe('C. New')
    await page.getByLabel('Work e-mail address').fill('c.new@dogger.example')
    await page.getByLabel('Neighbourhood').selectOption({ label: 'Silver Pit' })
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    expect(await page.textContent('main')).toContain('The invitation is on its way')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${app.url}/sign-in`)
    await page.getByLabel('Your work e-mail address').fill('b.sergeant@dogger.example')
    await page.getByRole('button', { name: 'Send me a link' }).click()
    await expect.poll(() => app.links.length).toBe(1)
    await page.goto(`${app.url}/sign-in/link?token=${app.links[0]?.token}`)
    await page.getByRole('button', { name: 'Sign in' }).click()
    expect(await page.textContent('main')).toContain('Dogger Constabulary')
    await close()
  })
})
