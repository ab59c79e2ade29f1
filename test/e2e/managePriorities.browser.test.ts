import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood } from '../support/builders/crime.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { signIn } from '../support/signIn.ts'

const manage = '/manage/neighbourhoods/dogger/SP1/priorities'

describe.runIf(browserIsHere)('a sergeant keeps priorities and dates in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  let cookies: { name: string; value: string; url: string }[]

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aForce(opened.database)
    const id = await aNeighbourhood(opened.database)
    app = await startTestApp(opened.database, { assets: await builtAssets() })
    cookies = (await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: id }])).browserCookies
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  const open = async (path: string, options: Parameters<typeof openPage>[2] = {}) => {
    const opened = await openPage(browser, app.url, { viewport: windows.phone, ...options })
    await opened.page.context().addCookies(cookies)
    await opened.page.goto(app.url + path)
    return opened
  }
  const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

  it('without JavaScript: publishes a priority, what was done, and a meeting', async () => {
    const { page, close } = await open(manage, { javaScriptEnabled: false })
    await page.click('text=Add a priority')
    await page.fill('#why', 'Residents asked for it')
    await page.click('button:has-text("Publish the priority")')
    expect(await page.textContent('.govuk-error-summary')).toContain('Enter the issue, in one sentence')
    expect(await page.inputValue('#why')).toBe('Residents asked for it')
    await page.fill('#issue', 'Speeding on Outer Row')
    await page.click('button:has-text("Publish the priority")')
    await page.click('text=Add an action')
    await page.fill('#what', 'Speed checks on two mornings')
    await page.fill('#doneOn', new Date().toISOString().slice(0, 10))
    await page.click('button:has-text("Publish the action")')
    await page.click('text=Meetings and other dates')
    await page.click('text=Add a date')
    await page.check('input[value=meeting]')
    const nextYear = new Date().getFullYear() + 1
    for (const [name, value] of Object.entries({
      title: 'Neighbourhood meeting',
      place: 'Community hall',
      day: `${nextYear}-12-08`,
    }))
      await page.fill(`#${name}`, value)
    await page.fill('#starts', '19:00')
    await page.fill('#ends', '20:30')
    await page.click('button:has-text("Publish the date")')
    await page.goto(`${app.url}/neighbourhoods/dogger/SP1`)
    expect(await page.textContent('section[aria-labelledby=priorities]')).toMatch(
      /Speeding on Outer Row.*1 action since/,
    )
    expect(await page.textContent('.patch-event__when')).toContain(`8 December ${nextYear}, 19:00 to 20:30`)
    await close()
  })

  it.each([
    { colorScheme: 'light', window: 'phone' },
    { colorScheme: 'dark', window: 'desktop' },
  ] as const)(
    'every page of it breaks no rule of accessibility: $colorScheme, $window',
    async ({ colorScheme, window }) => {
      const { page, complaints, close } = await open(manage, { colorScheme, viewport: windows[window] })
      const links = await page.$$eval('main a', (found) => found.map((link) => link.getAttribute('href') ?? ''))
      const paths = [...new Set([manage, ...links.filter((path) => path.startsWith(manage)), `${manage}/dates/new`])]
      expect(paths.length).toBeGreaterThanOrEqual(8)
      for (const path of paths) {
        await page.goto(app.url + path)
        await expectAccessible(page)
        expect(await widest(page), path).toBeLessThanOrEqual(windows[window].width)
      }
      await page.goto(`${app.url}${manage}/new`)
      await page.fill('#agreedOn', '')
      await page.click('button:has-text("Publish the priority")')
      await expectAccessible(page)
      expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
      await close()
    },
  )
})
