import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startTestApp, type TestApp } from './app.ts'
import { builtAssets, openBrowser, openPage, windows } from './browser.ts'
import { aForce, aNeighbourhood } from './builders/crime.ts'
import { anItem } from './builders/live.ts'
import { aMeeting } from './builders/meeting.ts'
import { openTestDatabase, type TestDatabase } from './database.ts'
import { signIn } from './signIn.ts'

const laptop = { width: 1366, height: 768 }
/** Told within this: pushed changes come much sooner, but the machine may be busy. */
export const soon = { timeout: 15_000 }

export const isLive = (page: Page) => page.locator('[data-view]').waitFor()
export const deskIsLive = (page: Page) => page.getByRole('button', { name: /^Keys/ }).waitFor()
export const heading = (page: Page) => page.locator('#item-title').textContent()
export const questionsOf = (page: Page) => page.locator('.patch-desk-question__text').allTextContents()

/** Presses a key of the desk, once the desk shows what it is for. */
export async function press(page: Page, key: string): Promise<void> {
  await page.locator(`[data-key="${key}"]`).first().waitFor()
  await page.keyboard.press(key)
}

/** A service and a browser, and before each test a meeting of six items that has not started. */
export function meetingInBrowsers() {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  let neighbourhood: number
  let meeting: number
  let chairCookies: { name: string; value: string; url: string }[]

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    await aForce(opened.database)
    neighbourhood = await aNeighbourhood(opened.database)
    app = await startTestApp(opened.database, { assets: await builtAssets() })
    chairCookies = (await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }]))
      .browserCookies
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })
  beforeEach(async () => {
    const items = [
      anItem(1, { title: 'Welcome' }),
      anItem(2, { title: 'Police report', lead: 'Sgt A. Example' }),
      anItem(3, { title: 'Concerns from the floor', kind: 'questions' }),
      anItem(4, { title: 'Agree up to three priorities', kind: 'priorities' }),
      anItem(5, { title: 'Tea', kind: 'break' }),
      anItem(6, { title: 'Next date', kind: 'decision' }),
    ]
    meeting = await aMeeting(opened.database, { neighbourhood, items })
  })

  const path = (rest = '') => `${app.url}/meetings/${meeting}${rest}`
  const opening = async (address: string, options: BrowserContextOptions = {}, cookies = false) => {
    const one = await openPage(browser, 'about:blank', options)
    if (cookies) await one.page.context().addCookies(chairCookies)
    await one.page.goto(address)
    return one
  }
  const aPhone = (options: BrowserContextOptions = {}) => opening(path(), { viewport: windows.phone, ...options })
  const aDesk = (options: BrowserContextOptions = {}) => opening(path('/chair'), { viewport: laptop, ...options }, true)
  const state = () => app.context.live.rooms.peek(meeting)?.state
  return {
    path,
    opening,
    aPhone,
    aDesk,
    state,
    newContext: (options: BrowserContextOptions) => browser.newContext(options),
    url: () => app.url,
    /** Another meeting takes the place of the six items'. */
    meetAt: async (location: [number, number]) => {
      meeting = await aMeeting(opened.database, { neighbourhood, location })
    },
  }
}
