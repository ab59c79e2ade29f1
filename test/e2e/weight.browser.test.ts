import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, openBrowser } from '../support/browser.ts'
import { aForce, aNeighbourhood, aPublication } from '../support/builders/crime.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/** Design: reading pages ship at most 20 kB of script, the map page at most 520 kB of script and styles, both gzipped. */
const readingPageBytes = 20_000
const mapPageBytes = 520_000

describe.runIf(browserIsHere)('what a page weighs', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aForce(opened.database)
    await aNeighbourhood(opened.database, { code: 'SP1' })
    await aPublication(opened.database, {
      month: '2026-09',
      incidents: [{ at: [2.3, 54.7], category: 'drugs', count: 3 }],
    })
    app = await startTestApp(opened.database, { assets: await builtAssets() })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
    await opened.remove()
  })

  /** Gzipped bytes of everything of the kinds that a page fetches, workers included. */
  async function fetched(path: string, kinds: RegExp): Promise<number> {
    const context = await browser.newContext()
    const page = await context.newPage()
    const bodies = new Map<string, Promise<Buffer>>()
    context.on('response', (response) => {
      const url = new URL(response.url())
      if (kinds.test(url.pathname)) bodies.set(url.pathname, response.body())
    })
    await page.goto(app.url + path)
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all([...bodies.values()].map(async (body) => gzipSync(await body).byteLength))
    await context.close()
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  it.each(['/', '/about-the-data', '/search?q=', '/forces/dogger', '/neighbourhoods/dogger/SP1', '/cy/'])(
    '%s has at most 20 kB of script',
    async (path) => {
      const bytes = await fetched(path, /\.m?js$/)
      expect(bytes).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(readingPageBytes)
    },
  )

  it('the map page has at most 520 kB of script and styles', async () => {
    const bytes = await fetched('/map', /\.(m?js|css)$/)
    expect(bytes).toBeGreaterThan(readingPageBytes)
    expect(bytes).toBeLessThanOrEqual(mapPageBytes)
  })
})
