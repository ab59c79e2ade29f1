import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood } from '../support/builders/crime.ts'
import { aPostcode } from '../support/builders/places.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { signIn } from '../support/signIn.ts'

const manage = '/manage/neighbourhoods/dogger/SP1/meetings'
const nextYear = new Date().getFullYear() + 1

describe.runIf(browserIsHere)('a sergeant makes a meeting in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  let cookies: { name: string; value: string; url: string }[]
  /** The meeting's desk, once it is made. */
  let desk = ''

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aForce(opened.database)
    const id = await aNeighbourhood(opened.database)
    await aPostcode(opened.database, 'ZZ11AA')
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
  const titles = (page: Page) => page.locator('[data-title]').allTextContents()
  const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)

  it('without JavaScript: with its agenda in the order wanted, and a resident to chair it', async () => {
    const { page, close } = await open(manage, { javaScriptEnabled: false })
    await page.click('text=Make a meeting')
    await page.fill('#title', 'Priorities meeting')
    await page.click('button:has-text("Publish the meeting")')
    expect(await page.textContent('.govuk-error-summary')).toContain('Enter the day')
    expect(await page.inputValue('#title')).toBe('Priorities meeting')
    for (const [name, value] of Object.entries({
      day: `${nextYear}-06-08`,
      starts: '19:00',
      ends: '20:30',
      place: 'Community hall',
      address: '1 Outer Row',
      postcode: 'ZZ1 1AA',
    }))
      await page.fill(`#${name}`, value)
    await page.click('button:has-text("Publish the meeting")')
    desk = new URL(page.url()).pathname
    expect(await titles(page)).toHaveLength(8)
    await page.click('button:has-text("Move up: Police report")')
    expect((await titles(page)).slice(1, 4)).toEqual([
      'Minutes and actions of the last meeting',
      'Police report',
      'What was done on the last priorities',
    ])
    await page.click('text=Add an item')
    await page.fill('#title', 'Harbour at night')
    await page.click('button:has-text("Add the item")')
    expect((await titles(page)).at(-1)).toBe('Harbour at night')
    await page.click('a:has-text("Change: Harbour at night")')
    await page.click('button:has-text("Take it off the agenda")')
    expect(await titles(page)).not.toContain('Harbour at night')
    await page.click('a:has-text("Change who chairs")')
    await page.fill('#name', 'M. Resident')
    await page.click('button:has-text("Make a link")')
    expect(await page.textContent('.govuk-inset-text code')).toMatch(/\/meetings\/\d+\/chair\/\S{43}$/)
    await page.goto(`${app.url}/neighbourhoods/dogger/SP1/meetings`)
    expect(await page.textContent('.patch-meeting')).toMatch(/8 June \d+, 19:00 to 20:30/)
    expect(await page.locator('.patch-meeting__agenda > li').count()).toBe(8)
    await close()
  })

  it('with script: an item is moved by its button without loading the page, and by dragging; both are stored', async () => {
    const { page, complaints, close } = await open(desk, { viewport: windows.desktop })
    await page.waitForSelector('.patch-order__handle')
    const before = await titles(page)
    await page.evaluate(() => document.body.setAttribute('data-same', 'yes'))
    await page.click('button:has-text("Move down: Welcome and apologies")')
    await page.waitForFunction(() =>
      document.querySelector('.patch-order + [role=status]')?.textContent?.includes('now 2'),
    )
    expect((await titles(page)).slice(0, 2)).toEqual([before[1], before[0]])
    expect(await page.getAttribute('body', 'data-same')).toBe('yes')

    const handle = page.locator('.patch-order__item', { hasText: 'Next date' }).locator('.patch-order__handle')
    await handle.scrollIntoViewIfNeeded()
    const from = await handle.boundingBox()
    const to = await page.locator('.patch-order__item', { hasText: 'Police report' }).boundingBox()
    if (!from || !to) throw new Error('Nothing to drag')
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x, to.y + to.height / 4, { steps: 8 })
    await page.mouse.up()
    await page.waitForFunction(() =>
      document.querySelector('.patch-order + [role=status]')?.textContent?.includes('Next date'),
    )
    const after = await titles(page)
    expect(after.indexOf('Next date')).toBe(after.indexOf('Police report') - 1)
    await page.reload()
    expect(await titles(page)).toEqual(after)
    expect(complaints).toEqual([])
    await close()
  })

  it('an item that the service does not move goes back to where it was, and that is said', async () => {
    const { page, close } = await open(desk)
    await page.waitForSelector('.patch-order__handle')
    const before = await titles(page)
    await page.route('**/move', (route) => route.abort())
    await page.click('button:has-text("Move down: Police report")')
    await page.waitForFunction(() =>
      document.querySelector('.patch-order + [role=status]')?.textContent?.includes('could not'),
    )
    expect(await titles(page)).toEqual(before)
    await close()
  })

  it.each([
    { colorScheme: 'light', window: 'phone' },
    { colorScheme: 'dark', window: 'desktop' },
  ] as const)(
    'every page of it breaks no rule of accessibility: $colorScheme, $window',
    async ({ colorScheme, window }) => {
      const { page, close } = await open(desk, { colorScheme, viewport: windows[window] })
      const item = await page.getAttribute('.patch-order__acts a', 'href')
      const paths = ['', '/details', '/settings', '/chairs', '/items/new'].map((part) => desk + part)
      for (const path of [manage, `${manage}/new`, item ?? '', ...paths]) {
        await page.goto(app.url + path)
        await expectAccessible(page)
        expect(await widest(page), path).toBeLessThanOrEqual(windows[window].width)
      }
      await close()
    },
  )
})
