import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood, aPublication } from '../support/builders/crime.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { signIn } from '../support/signIn.ts'

const list = '/neighbourhoods/dogger/SP1/concerns'
const manage = `/manage${list}`

describe.runIf(browserIsHere)('a resident puts a concern forward in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  let cookies: { name: string; value: string; url: string }[]
  let now = new Date('2026-11-24T10:00:00Z')

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aForce(opened.database)
    const id = await aNeighbourhood(opened.database)
    await aPublication(opened.database, {
      month: '2026-09',
      incidents: [
        { at: [2.3, 54.7], street: 'On or near Outer Row' },
        { at: [2.29, 54.695], street: 'On or near Inner Row' },
      ],
    })
    app = await startTestApp(opened.database, { assets: await builtAssets(), clock: () => now })
    cookies = (await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: id }])).browserCookies
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  const pass = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000)
  }
  const looksRight = async (page: Page) => {
    // The checker needs script; without it only the width is looked at.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(windows.phone.width)
  }
  const open = (path: string, options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, app.url + path, { viewport: windows.phone, ...options })

  it.each([
    { script: true, words: 'Cars race along here at night.' },
    { script: false, words: 'Three lamps have been out since the storm.' },
  ])(
    'script $script: put forward, shown by the team, backed by another device, withdrawn',
    async ({ script, words }) => {
      const resident = await open(list, { javaScriptEnabled: script })
      const { page } = resident
      await page.click('text=Put a concern forward')
      pass(30)
      await page.fill('#words', words)
      await page.fill('#where', 'outer')
      await page.click('button:has-text("Put it forward")')
      expect(await page.textContent('.govuk-error-summary')).toContain('Choose what it is about')
      expect(await page.inputValue('#words')).toBe(words)
      await page.selectOption('#topic', 'roads')
      await looksRight(page)
      if (script) await expectAccessible(page)
      await page.click('button:has-text("Put it forward")')
      await page.waitForURL(/\/concerns\/[\w-]{43}$/)
      expect(await page.textContent('[aria-labelledby=status]')).toContain('has not decided about it yet')
      await looksRight(page)
      if (script) await expectAccessible(page)
      const own = page.url()

      const officer = await open('/', { javaScriptEnabled: script })
      await officer.page.context().addCookies(cookies)
      await officer.page.goto(`${app.url}/manage/neighbourhoods/dogger/SP1`)
      expect(await officer.page.textContent('main')).toContain('1 to read.')
      await officer.page.goto(app.url + manage)
      await looksRight(officer.page)
      if (script) await expectAccessible(officer.page)
      await officer.page.click('table a:has-text("Traffic and roads")')
      await looksRight(officer.page)
      if (script) await expectAccessible(officer.page)
      await officer.page.click('button:has-text("Show it to everybody")')
      await officer.close()

      pass(11)
      const other = await open(list, { javaScriptEnabled: script })
      const card = other.page.locator('.patch-concern', { hasText: words })
      expect(await card.textContent()).toContain('1 device backed this')
      await card.getByRole('button', { name: 'Back this' }).click()
      expect(await card.textContent()).toContain('2 devices backed this')
      expect(await card.textContent()).toContain('This device backed it.')
      if (script) await expectAccessible(other.page)
      await looksRight(other.page)
      await card.getByRole('button', { name: 'Take it back' }).click()
      expect(await card.textContent()).toContain('1 device backed this')
      expect(other.complaints).toEqual([])
      await other.close()

      await page.goto(own)
      expect(await page.textContent('[aria-labelledby=status]')).toContain('Everybody can read it')
      await page.click('a:has-text("Withdraw it")')
      await page.click('button:has-text("Withdraw it")')
      expect(await page.textContent('h1')).toBe('Your concern is withdrawn')
      await page.goto(app.url + list)
      expect(await page.textContent('main')).not.toContain(words)
      // The form that came back once is all that the browser complains of.
      expect(resident.complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
      await resident.close()
    },
  )
})
