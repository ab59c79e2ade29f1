import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  browserIsHere,
  expectAccessible,
  expectAccessibleLightAndDark,
  openBrowser,
  openPage,
  windows,
} from '../support/browser.ts'
import { type ServiceProcess, startServiceProcess } from '../support/service.ts'

/** Every kind of page, of the service as `npm start` gives it to a newcomer. */
const pages = [
  '/',
  '/search?q=',
  '/search?q=ZZ1',
  '/search?q=silver',
  '/search?q=LE1+1RE',
  '/search?q=qqqqqqqq',
  '/locate?lat=51.5&lon=-0.12',
  '/forces/dogger',
  '/neighbourhoods/dogger/DG01',
  '/neighbourhoods/dogger/DG01/standards',
  '/neighbourhoods/dogger/DG01/standards/poster',
  '/neighbourhoods/dogger/DG01/priorities',
  '/neighbourhoods/dogger/DG01/meetings',
  '/neighbourhoods/dogger/DG01/contact',
  '/neighbourhoods/dogger/DG01/concerns',
  '/neighbourhoods/dogger/DG01/concerns/new',
  '/concerns/withdrawn',
  '/map',
  '/map?neighbourhood=dogger/DG01',
  '/about-the-data',
  '/recount',
  '/join',
  '/join?code=zzz',
  '/nowhere',
]

describe.runIf(browserIsHere)('every page', () => {
  let folder: string
  let service: ServiceProcess
  let browser: Browser

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'our-patch-pages-'))
    service = await startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '' })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await service?.end()
    await rm(folder, { recursive: true, force: true })
  })

  /** Pages of the meeting that the start has told of, and of the one that was held. */
  async function meetingPages(): Promise<string[]> {
    const list = await (await fetch(`${service.url}/neighbourhoods/dogger/DG01/meetings`)).text()
    const held = /"(\/meetings\/\d+)\/minutes"/.exec(list)?.[1]
    const open = /\/meetings\/\d+/.exec(service.output())?.[0]
    return [
      ...['', '/screen', '/poster', '/feedback', '/minutes'].map((part) => `${open}${part}`),
      ...['', '/screen', '/minutes', '/replay', '/replay?show=decisions', '/feedback'].map((part) => `${held}${part}`),
    ]
  }

  // Colours are the same with script and without, so the dark ones are looked at with it.
  const settings = [
    { script: true, shown: 'light and dark', check: expectAccessibleLightAndDark },
    { script: false, shown: 'light', check: expectAccessible },
  ] as const

  // Without script: none of ours arrives. With scripting shut off altogether the checker could not run either.
  it.each(settings)('breaks no rule of accessibility, $shown: script $script', async ({ script, check }) => {
    const { page, close } = await openPage(browser, `${service.url}/nowhere`, { viewport: windows.phone })
    if (!script) await page.route('**/*.js', (route) => route.abort())
    for (const path of [...pages, ...(await meetingPages())]) {
      await page.goto(service.url + path)
      await check(page)
    }
    // The desk, by the link that the start has told of: before the start and while it runs.
    await page.goto(/http\S+\/chair\/\S+/.exec(service.output())?.[0] ?? '')
    await check(page)
    await page.locator('main button').first().click()
    await page.waitForURL(/\/chair$/)
    await check(page)
    for (const window of [windows.phone, { width: 1366, height: 768 }]) {
      await page.setViewportSize(window)
      const step = page.getByRole('button', { name: /^(Start the meeting|Next)/ })
      await step.click()
      await page.getByText(/^Item \d of \d/).waitFor()
      await check(page)
    }
    await close()
  })

  // After the desks above the meeting runs.
  it.each(settings)(
    'breaks no rule of accessibility while a meeting runs, $shown: script $script',
    async ({ script, check }) => {
      const open = /\/meetings\/\d+/.exec(service.output())?.[0]
      const { page, close } = await openPage(browser, service.url + open, { viewport: windows.phone })
      if (!script) await page.route('**/*.js', (route) => route.abort())
      for (const path of [open, `${open}/screen`, `/cy${open}`]) {
        await page.goto(service.url + path)
        await check(page)
      }
      await close()
    },
  )

  it('is there in Welsh, breaks no rule of accessibility and does not scroll sideways', async () => {
    const { page, close } = await openPage(browser, `${service.url}/cy/nowhere`, { viewport: windows.phone })
    for (const path of [...pages, ...(await meetingPages())]) {
      await page.goto(`${service.url}/cy${path}`)
      expect(await page.getAttribute('html', 'lang'), path).toBe('cy')
      await expectAccessible(page)
      const widest = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(widest, path).toBeLessThanOrEqual(windows.phone.width)
    }
    await close()
  })
})
