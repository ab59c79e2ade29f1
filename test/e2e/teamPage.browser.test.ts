import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood, aPublication } from '../support/builders/crime.ts'
import { aPostcode } from '../support/builders/places.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { signIn } from '../support/signIn.ts'

/** Pictures to look at are put where SCREENSHOT_FOLDER says. */
const folder = process.env['SCREENSHOT_FOLDER']
async function takeScreenshot(page: Page, name: string): Promise<void> {
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

describe.runIf(browserIsHere)('a sergeant keeps the team’s page', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  let cookie: string

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    const { database } = opened
    await aForce(database, { telephone: '101', url: 'https://dogger.example/' })
    const id = await aNeighbourhood(database, { description: 'Between the bank and the deep.' })
    await aPublication(database, { month: '2026-03', incidents: [{ at: [2.305, 54.702], count: 4 }] })
    await aPostcode(database, 'ZZ1 1AA', [2.295, 54.698])
    app = await startTestApp(database, { assets: await builtAssets() })
    cookie = (await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: id }])).cookie
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  const team = '/manage/neighbourhoods/dogger/SP1/team'
  const open = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
    const context = await browser.newContext(options)
    const [name = '', ...value] = cookie.split('=')
    await context.addCookies([{ name, value: value.join('='), url: app.url }])
    return context.newPage()
  }
  const fitsAcross = async (page: Page) =>
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), page.url()).toBe(true)

  it('without JavaScript, on a phone: adds a member with a photo and a drop-in, previews, publishes', async () => {
    const page = await open({ viewport: windows.phone, javaScriptEnabled: false })
    await page.goto(`${app.url}/manage/neighbourhoods/dogger/SP1`)
    await page.getByRole('link', { name: 'Your page' }).click()
    await page.getByRole('link', { name: 'Add a team member' }).click()
    await page.getByLabel('Rank').fill('Sergeant')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Enter the name' }).click()
    await page.getByLabel('Name').fill('Amina Example')
    await page.getByLabel('Role').fill('Schools and parks')
    await page.getByLabel('Hours').fill('Mon to Fri, 08:00 to 16:00')
    await page.getByLabel('Telephone').fill('101 ext 4711')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Photo of Amina Example' }).click()
    const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: '#5b8a72' } })
    const file = { name: 'amina.png', mimeType: 'image/png', buffer: await picture.png().toBuffer() }
    await page.getByLabel('Photo', { exact: true }).setInputFiles(file)
    await page.getByLabel('What the photo shows').fill('Sergeant Example in uniform')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('link', { name: 'Add a station or drop-in' }).click()
    await page.getByLabel('Name').fill('Library')
    await page.getByLabel('Kind of place').selectOption('drop-in')
    await page.getByLabel('Postcode').fill('ZZ1 1AA')
    await page.getByLabel('Opening hours').fill('Thu 17:00 to 18:00')
    await page.getByRole('button', { name: 'Save' }).click()
    await fitsAcross(page)
    await page.getByRole('link', { name: 'Preview and publish' }).click()
    await page.getByRole('button', { name: 'Publish this page' }).click()

    await page.goto(`${app.url}/neighbourhoods/dogger/SP1`)
    const photo = page.getByAltText('Sergeant Example in uniform')
    await photo.scrollIntoViewIfNeeded()
    expect(await photo.boundingBox()).toMatchObject({ width: 88, height: 88 })
    expect(await page.locator('.patch-small-map__drawing > .patch-small-map__mark').count()).toBe(1)
    await fitsAcross(page)
  })

  const looks = [
    { window: 'phone', colorScheme: 'dark' },
    { window: 'desktop', colorScheme: 'light' },
  ] as const
  it.each(looks)('breaks no rule of accessibility: $window, $colorScheme', async ({ window, colorScheme }) => {
    const page = await open({ viewport: windows[window], colorScheme })
    const pages = {
      start: '/manage/neighbourhoods/dogger/SP1',
      overview: team,
      member: `${team}/members/new`,
      station: `${team}/stations/new`,
      about: `${team}/about`,
      preview: `${team}/preview`,
      versions: `${team}/versions`,
      version: `${team}/versions/1`,
      public: '/neighbourhoods/dogger/SP1',
      welsh: '/cy/neighbourhoods/dogger/SP1',
    }
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(app.url + path)
      await expectAccessible(page)
      await fitsAcross(page)
      await takeScreenshot(page, `team-${name}-${window}-${colorScheme}`)
    }
    await page.goto(app.url + team)
    await page.getByRole('link', { name: 'Photo of Amina Example' }).click()
    await expectAccessible(page)
    await takeScreenshot(page, `team-photo-${window}-${colorScheme}`)

    // Somebody else is faster.
    await page.goto(app.url + team)
    await page.getByRole('link', { name: 'Amina Example', exact: true }).click()
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByLabel('Role').fill(`Schools, on a ${window}`)
    await other.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('Role').fill('Parks')
    await page.getByRole('button', { name: 'Save' }).click()
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('while you were typing')
    expect(await page.getByLabel('Role').inputValue()).toBe('Parks')
    await expectAccessible(page)
    await fitsAcross(page)
    await takeScreenshot(page, `team-conflict-${window}-${colorScheme}`)
  })
})
