import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aMapArea } from '../support/builders/mapArea.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { watchWeight } from '../support/pageWeight.ts'

const heaviestBytes = 520_000
const street = '/map?lat=52.63&lon=-1.12&zoom=14&month=2022-08&category=all-crime'

describe.skipIf(!browserIsHere)('the map in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aMapArea(opened.database)
    app = await startTestApp(opened.database, { assets: await builtAssets() })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  const open = (path: string, options: Parameters<typeof openPage>[2] = {}) =>
    openPage(browser, app.url + path, { viewport: windows.desktop, reducedMotion: 'reduce', ...options })
  const drawn = (page: Page) => page.waitForSelector('.patch-map__stage--drawn canvas')
  const summary = (page: Page) => page.locator('.patch-map__summary').textContent()
  const asked = (page: Page, name: string) => new URL(page.url()).searchParams.get(name)

  it('draws without a word from the page’s own policy, and weighs little', async () => {
    const context = await browser.newContext({ viewport: windows.desktop })
    const weight = watchWeight(context)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    const tiles = page.waitForResponse((response) => /\/tiles\/\d+\/crime\/.*\.mvt$/.test(response.url()))
    await page.goto(app.url + street)
    await drawn(page)
    expect((await tiles).status()).toBeLessThan(300)
    const bytes = await weight()
    expect(bytes).toBeGreaterThan(300_000) // the map and its worker are among what was counted
    expect(bytes).toBeLessThan(heaviestBytes)
    expect(complaints).toEqual([])
    await context.close()
  })

  it('moves by the keyboard; address, summary and table follow', async () => {
    const { page, close } = await open(street)
    await drawn(page)
    await page.waitForFunction(() => location.search.includes('month=2022-08'))
    const before = await summary(page)
    await page.locator('.maplibregl-canvas').focus()
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowLeft')
    await page.waitForFunction((text) => document.querySelector('.patch-map__summary')?.textContent !== text, before)
    expect(Number(asked(page, 'lon'))).toBeLessThan(-1.12)
    const zoom = Number(asked(page, 'zoom'))
    await page.keyboard.press('-')
    await page.waitForFunction((was) => Number(new URL(location.href).searchParams.get('zoom')) < was, zoom)
    await close()
  })

  it('shows another month without a new page, and goes back', async () => {
    const { page, close } = await open(street)
    await drawn(page)
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''))
    await page.locator('select[name=month]').selectOption('2022-09')
    await page.waitForFunction(() =>
      document.querySelector('.patch-map__summary')?.textContent?.includes('September 2022'),
    )
    expect(asked(page, 'month')).toBe('2022-09')
    await page.goBack()
    await page.waitForFunction(() =>
      document.querySelector('.patch-map__summary')?.textContent?.includes('August 2022'),
    )
    expect(asked(page, 'month')).toBe('2022-08')
    expect(await page.locator('select[name=month]').inputValue()).toBe('2022-08')
    expect(await page.locator('body[data-same-page]').count()).toBe(1)
    await close()
  })

  it('opens a point from the table, and gives the focus back when it is closed', async () => {
    const { page, close } = await open(street)
    await drawn(page)
    const link = page.locator('a[data-point]').first()
    const id = await link.getAttribute('data-point')
    await link.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('#point-name')
    await page.waitForFunction(() => document.activeElement?.id === 'point-name')
    expect(asked(page, 'point')).toBe(id)
    expect(await page.locator('.patch-point').textContent()).toContain('A point stands for the area around it')
    await page.keyboard.press('Escape')
    await page.waitForSelector('.patch-point', { state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-point'))).toBe(id)
    expect(asked(page, 'point')).toBeNull()
    await close()
  })

  it('opens the point whose circle is clicked', async () => {
    const answer = await fetch(`${app.url}/api/v1/map/view?box=-1.15,52.6,-1.09,52.65&zoom=14&month=2022-08`)
    const [row] = (await answer.json()).rows as { id: number; longitude: number; latitude: number }[]
    const { page, close } = await open(`/map?lat=${row?.latitude}&lon=${row?.longitude}&zoom=17&month=2022-08`)
    await drawn(page)
    const canvas = page.locator('.maplibregl-canvas')
    const { width = 0, height = 0 } = (await canvas.boundingBox()) ?? {}
    await expect
      .poll(
        async () => {
          await canvas.click({ position: { x: width / 2, y: height / 2 } })
          return page.locator('.patch-point').count()
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(1)
    const shown = Number(asked(page, 'point'))
    const { sharing } = await (await fetch(`${app.url}/api/v1/map/points/${row?.id}?month=2022-08`)).json()
    expect([row?.id, ...sharing.map((other: { id: number }) => other.id)]).toContain(shown)
    await close()
  })

  it('says so where the browser cannot draw, and leaves the table', async () => {
    const context = await browser.newContext({ viewport: windows.phone })
    await context.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    const page = await context.newPage()
    await page.goto(app.url + street)
    await page.waitForSelector('.patch-map__stage--unavailable')
    expect(await page.locator('.patch-map__notice').textContent()).toContain('cannot draw the map')
    expect(await page.locator('.patch-map__table tbody tr').count()).toBeGreaterThan(1)
    await context.close()
  })

  it('works as a plain form without JavaScript', async () => {
    const { page, close } = await open(street, { javaScriptEnabled: false })
    await page.locator('select[name=category]').selectOption('burglary')
    await page.locator('.patch-map__show').click()
    expect(asked(page, 'category')).toBe('burglary')
    expect(await summary(page)).toContain('Burglary, August 2022')
    await page.locator('a[data-point]').first().click()
    expect(await page.locator('#point-name').count()).toBe(1)
    await close()
  })

  it.each(['light', 'dark'] as const)('breaks no rule of accessibility, %s', async (colorScheme) => {
    const { page, close } = await open(street, { colorScheme })
    await drawn(page)
    await expectAccessible(page)
    await page.locator('a[data-point]').first().click()
    await page.waitForSelector('.patch-point')
    await expectAccessible(page)
    await close()
  })

  it.each(['/cy/map', `/cy${street}`])('fits a phone: %s', async (path) => {
    const { page, close } = await open(path, { viewport: windows.phone })
    await drawn(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(windows.phone.width)
    expect(await page.locator('.patch-map__filters').getAttribute('open')).toBeNull()
    await close()
  })
})
