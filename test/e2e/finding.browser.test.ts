import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood, aPublication } from '../support/builders/crime.ts'
import { aPostcode, aSearchEntry } from '../support/builders/places.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

describe.runIf(browserIsHere)('finding a place in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    const { database } = opened
    await aForce(database, { url: 'https://dogger.example/', telephone: '101' })
    const silverPit = await aNeighbourhood(database)
    await aNeighbourhood(database, {
      code: 'LL',
      name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
      box: undefined,
    })
    for (const month of ['2025-12', '2026-03'] as const) {
      await aPublication(database, { month, incidents: [{ at: [2.3, 54.7], category: 'drugs', count: 12 }] })
    }
    await aPostcode(database, 'ZZ1 1AA')
    await aPostcode(database, 'ZZ2 1AA', [2.6, 54.7])
    for (const name of ['Herring Row', 'Herring Street', 'Herring Gate']) {
      await aSearchEntry(database, { name, neighbourhoodId: silverPit, detail: 'Silver Pit', force: 'dogger' })
    }
    await aSearchEntry(database, { name: 'Herring Lane', at: [2.6, 54.7] })
    app = await startTestApp(database, { assets: await builtAssets() })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
    await opened.remove()
  })

  /** Works on one page and expects it to have complained of nothing. */
  async function on(path: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): Promise<void> {
    const { page, complaints, close } = await openPage(browser, app.url + path, { viewport: windows.phone, ...options })
    try {
      await work(page)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  }

  const pages = {
    'the first page': '/',
    'an empty search': '/search?q=',
    'a list of matches': '/search?q=herring',
    'names that are alike': '/search?q=hering+row',
    'a postcode outside every outline': '/search?q=ZZ2+1AA',
    'a postcode that is not held': '/search?q=ZZ1+9ZZ',
    'a search without a result': '/search?q=xyzzy',
    'a position outside every outline': '/locate?lat=54.7&lon=2.6',
    'a force': '/forces/dogger',
    'about the data': '/about-the-data',
  }

  describe.each(Object.entries(pages))('%s', (_name, path) => {
    it('is accessible in light and in dark', async () => {
      await on(path, { reducedMotion: 'reduce' }, async (page) => {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await expectAccessible(page)
        }
      })
    })

    it('never scrolls sideways, down to 280 pixels, in long Welsh', async () => {
      await on(`/cy${path}`, {}, async (page) => {
        for (const width of [360, 320, 280]) {
          await page.setViewportSize({ width, height: 740 })
          const beyond = await page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement
            return scrollWidth - clientWidth
          })
          expect(beyond, `${width} pixels`).toBe(0)
        }
      })
    })
  })

  it.each(['/', '/search?q=herring'])('%s is accessible before any of our script has come', async (path) => {
    // axe needs script itself, so the page's own is withheld rather than script as a whole.
    const context = await browser.newContext({ viewport: windows.phone })
    const page = await context.newPage()
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto(app.url + path)
    await expectAccessible(page)
    await context.close()
  })

  it('without script the form leads to the neighbourhood', async () => {
    await on('/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.getByText('Use my location').isVisible()).toBe(false)
      await page.getByLabel('Postcode, street, place or neighbourhood').fill('zz1 1aa')
      await page.getByRole('button', { name: 'Search' }).click()
      expect(new URL(page.url()).pathname).toBe('/neighbourhoods/dogger/SP1')
    })
  })

  describe('suggestions', () => {
    const box = (page: Page) => page.getByRole('combobox', { name: /Postcode, street/ })
    const options = (page: Page) => page.getByRole('option')

    it('come as one types, are told to a screen reader, and are walked by keyboard', async () => {
      await on('/', {}, async (page) => {
        await box(page).pressSequentially('herring')
        await options(page).first().waitFor()
        expect(await options(page).count()).toBe(4)
        expect(await page.getByText('4 suggestions. Use the up and down arrows.').count()).toBe(1)
        expect(await box(page).getAttribute('aria-expanded')).toBe('true')
        await expectAccessible(page)

        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('ArrowDown')
        const marked = await box(page).getAttribute('aria-activedescendant')
        expect(await page.locator(`#${marked}`).getAttribute('aria-selected')).toBe('true')
        expect(marked).toMatch(/-1$/)
        await page.keyboard.press('ArrowUp')
        await page.keyboard.press('ArrowUp')
        expect(await box(page).getAttribute('aria-activedescendant')).toBeNull()
        await page.keyboard.press('ArrowUp')
        expect(await box(page).getAttribute('aria-activedescendant')).toMatch(/-3$/)

        await page.keyboard.press('Escape')
        expect(await box(page).getAttribute('aria-expanded')).toBe('false')
        expect(await box(page).inputValue()).toBe('herring')
      })
    })

    it('are followed by Enter when one is marked; Enter without one searches', async () => {
      await on('/', {}, async (page) => {
        await box(page).pressSequentially('silver')
        await box(page).press('Enter')
        await page.waitForURL('**/search?q=silver')
      })
      await on('/', {}, async (page) => {
        await box(page).pressSequentially('herring r')
        await options(page).first().waitFor()
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
        await page.waitForURL('**/neighbourhoods/dogger/SP1')
      })
    })

    it('are followed by touch', async () => {
      await on('/', { hasTouch: true, isMobile: true }, async (page) => {
        await box(page).pressSequentially('herring l')
        await options(page).first().tap()
        await page.waitForURL('**/map?lat=54.7&lon=2.6&zoom=15')
      })
    })

    it('of an earlier text never replace those of a later one', async () => {
      await on('/', {}, async (page) => {
        let release = () => {}
        const held = new Promise<void>((resolve) => {
          release = resolve
        })
        await page.route('**/suggestions?**q=he', async (route) => {
          await held
          await route.continue().catch(() => {})
        })
        const asked = page.waitForRequest('**/suggestions?**q=he')
        await box(page).pressSequentially('he')
        await asked
        await box(page).pressSequentially('rring l')
        await options(page).first().waitFor()
        release()
        await page.waitForLoadState('networkidle')
        expect(await options(page).allTextContents()).toEqual([expect.stringContaining('Herring Lane')])
      })
    })
  })

  it('a position that the device gives leads to its neighbourhood, rounded to four decimals', async () => {
    const here = { permissions: ['geolocation'], geolocation: { latitude: 54.70004321, longitude: 2.29996789 } }
    await on('/', here, async (page) => {
      const located = page.waitForRequest('**/locate?**')
      await page.getByRole('button', { name: 'Use my location' }).click()
      expect(new URL((await located).url()).search).toBe('?lat=54.7000&lon=2.3000')
      await page.waitForURL('**/neighbourhoods/dogger/SP1')
    })
  })

  it('a position that is refused is said, and the form stays', async () => {
    await on('/', { permissions: [] }, async (page) => {
      await page.getByRole('button', { name: 'Use my location' }).click()
      await page.getByText('Your browser does not allow this page to see where you are.', { exact: false }).waitFor()
    })
  })

  it('the first stop of the keyboard is the skip link, and focus is seen at every stop', async () => {
    await on('/', {}, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#content')
      for (let stop = 0; stop < 12; stop++) {
        const seen = await page.evaluate(() => {
          const style = document.activeElement && getComputedStyle(document.activeElement)
          return style && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
        })
        expect(seen, `stop ${stop}`).toBe(true)
        await page.keyboard.press('Tab')
      }
    })
  })

  it('the style sheet is at most 25 kB, compressed', async () => {
    for (const style of (await builtAssets()).styles) {
      const text = await (await fetch(app.url + style)).text()
      expect(gzipSync(text).byteLength).toBeLessThanOrEqual(25_000)
    }
  })
})
