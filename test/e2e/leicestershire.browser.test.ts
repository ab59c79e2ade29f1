import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importPaths } from '../../server/import/index.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { shared, sharedData } from '../support/sharedData.ts'

if (!sharedData) console.log('No shared data: the pages of Leicestershire are left out')

describe.runIf(browserIsHere && sharedData)('Leicestershire’s neighbourhood pages in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    const months = ['2021-09', '2022-09'].map((month) =>
      shared('crime/leicestershire', `${month}-leicestershire-street.csv`),
    )
    await importPaths(opened.database, {
      paths: [...months, ...['boundaries/wards_by_lad', 'neighbourhoods', 'derived'].map((folder) => shared(folder))],
    })
    app = await startTestApp(opened.database, { assets: await builtAssets() })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  const open = (code: string, path = `/neighbourhoods/leicestershire/${code}`) =>
    openPage(browser, app.url + path, { viewport: windows.phone })

  it.each(['NC04', 'NR35', 'NR36'])('%s breaks no accessibility rule and does not scroll sideways', async (code) => {
    const { page, complaints, close } = await open(code)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(windows.phone.width)
    expect(complaints).toEqual([])
    await close()
  })

  it('City Centre names the ward that stands in, and its points add up to its total', async () => {
    const { page, close } = await open('NC04')
    expect(await page.locator('.patch-stand-in').textContent()).toContain('the ward of Castle stands in for it')
    const total = Number.parseInt((await page.locator('.patch-figure__lead').first().textContent()) ?? '', 10)
    const numbers = await page.locator('.patch-map-part__words td').allTextContents()
    expect(total).toBeGreaterThan(100)
    expect(numbers.reduce((sum, number) => sum + Number(number), 0)).toBe(total)
    await close()
  })

  it('the months between the loaded ones are one hatched run', async () => {
    const { page, close } = await open('NC04')
    expect(await page.locator('.patch-line__gap').count()).toBe(1)
    expect(await page.getByText('published no figures for October 2021').count()).toBe(1)
    await close()
  })

  it('Rutland North has a page without figures or map, and says why', async () => {
    const { page, close } = await open('NR36')
    expect(await page.locator('h1').textContent()).toBe('Rutland North')
    expect(await page.locator('#figures').textContent()).toBe('No figures for this neighbourhood')
    expect(await page.locator('.patch-small-map').count()).toBe(0)
    expect(await page.getByRole('link', { name: 'Open the map of Leicestershire Police' }).getAttribute('href')).toBe(
      '/map?force=leicestershire',
    )
    await close()
  })
})
