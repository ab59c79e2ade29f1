import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths, type Month } from '../../shared/month.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood, aPublication } from '../support/builders/crime.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

describe.runIf(browserIsHere)('the neighbourhood page in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    const { database } = opened
    await aForce(database, { url: 'https://dogger.example/', telephone: '101' })
    const id = await aNeighbourhood(database, {
      name: 'Llanfihangel-yng-Ngwynfa and Outer Silver Pit',
      residents: 4321,
      description: '<p>Between the bank and the deep.</p>',
      contacts: { email: 'a.very.long.address.of.the.silver.pit.team@dogger.example', telephone: '101 ext 4711' },
    })
    await database.kysely
      .insertInto('team_member')
      .values({ neighbourhood_id: id, position: 1, name: 'A. First', rank: 'Sergeant', contact_details: '{}' })
      .execute()
    await database.kysely
      .insertInto('station')
      .values({ neighbourhood_id: id, position: 1, name: 'Bank House', address: '1 Outer Row', postcode: 'ZZ1 1AA' })
      .execute()
    await aNeighbourhood(database, { code: 'NONE', name: 'No outline', box: undefined })
    for (let age = 0; age < 36; age++) {
      if (age === 20 || age === 21) continue
      await aPublication(database, {
        month: addMonths('2026-09' as Month, -age),
        incidents: [
          { at: [2.3, 54.7], category: 'violent-crime', count: 60 + ((age * 7) % 23) },
          { at: [2.305, 54.703], street: 'On or near Inner Row', category: 'shoplifting', count: 5 + (age % 5) },
          { at: [2.295, 54.698], street: 'On or near The Deep', category: 'drugs', count: age % 3 },
        ],
      })
    }
    app = await startTestApp(database, { assets: await builtAssets() })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
    await opened.remove()
  })

  const places = ['/neighbourhoods/dogger/SP1', '/cy/neighbourhoods/dogger/SP1', '/neighbourhoods/dogger/NONE']
  const settings = (['light', 'dark'] as const).flatMap((colorScheme) =>
    (['phone', 'desktop'] as const).map((window) => ({ colorScheme, window })),
  )

  describe.each(settings)('$colorScheme, $window', ({ colorScheme, window }) => {
    it.each(places)('%s breaks no accessibility rule, no policy, and does not scroll sideways', async (path) => {
      const { page, complaints, close } = await openPage(browser, app.url + path, {
        viewport: windows[window],
        colorScheme,
      })
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true
      })
      await expectAccessible(page)
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest).toBeLessThanOrEqual(windows[window].width)
      expect(complaints).toEqual([])
      await close()
    })
  })

  it('keeps the text of its charts as large on a phone as it is written', async () => {
    const { page, close } = await openPage(browser, `${app.url}/neighbourhoods/dogger/SP1`, { viewport: windows.phone })
    const sizes = await page
      .locator('.patch-line text, .patch-bars__label, .patch-small-map__legend')
      .evaluateAll((texts) =>
        texts
          .filter((text) => text.getClientRects().length > 0)
          .map((text) => Number.parseFloat(getComputedStyle(text).fontSize)),
      )
    expect(sizes.length).toBeGreaterThan(8)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(14)
    const scaled = await page.locator('.patch-line__drawing').evaluate((drawing) => drawing.hasAttribute('viewBox'))
    expect(scaled).toBe(false)
    await close()
  })

  it('draws labels of the months that do not lie on one another', async () => {
    const { page, close } = await openPage(browser, `${app.url}/neighbourhoods/dogger/SP1`, { viewport: windows.phone })
    const spans = await page.locator('.patch-line__month').evaluateAll((texts) =>
      texts
        .map((text) => text.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map((box) => [box.left, box.right] as const)
        .sort((a, b) => a[0] - b[0]),
    )
    expect(spans.length).toBeGreaterThanOrEqual(3)
    spans.slice(1).forEach(([left], index) => {
      expect(left).toBeGreaterThan(spans[index]?.[1] ?? 0)
    })
    await close()
  })

  it('without JavaScript: another month is chosen with the form, and tables open', async () => {
    const { page, close } = await openPage(browser, `${app.url}/neighbourhoods/dogger/SP1`, {
      javaScriptEnabled: false,
      viewport: windows.phone,
    })
    await page.getByLabel('Month', { exact: true }).selectOption('2026-03')
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.waitForURL(/month=2026-03/)
    expect(await page.locator('#figures').textContent()).toBe('What was recorded in March 2026')
    await page.getByText('Show the months as a table').click()
    await page.getByRole('rowheader', { name: 'January 2025' }).waitFor()
    expect(await page.getByRole('row', { name: 'January 2025' }).textContent()).toBe('January 2025no figures')
    await close()
  })
})
