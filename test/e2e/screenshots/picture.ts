import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { windows } from '../../support/browser.ts'

/** Where the pictures are kept. */
export const target = join(import.meta.dirname, '../../../docs/screenshots')

export type Window = keyof typeof windows
export type Scheme = 'light' | 'dark'

/** Opens a window of a size and colours, in which nothing moves. */
export async function openWindow(
  browser: Browser,
  window: Window | { width: number; height: number },
  options: BrowserContextOptions = {},
): Promise<Page> {
  const viewport = typeof window === 'string' ? windows[window] : window
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', ...options })
  return context.newPage()
}

/** Keeps what a window shows, or its whole page: of one with a bar at its bottom the window is made as high, so that the bar hides nothing. */
export async function keep(page: Page, name: string, wholePage = true): Promise<void> {
  const window = page.viewportSize()
  const isHeld = wholePage && window !== null && (await page.locator('.patch-view-bar').isVisible())
  if (isHeld) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ ...window, height })
  }
  await page.screenshot({ path: join(target, `${name}.png`), fullPage: wholePage })
  if (isHeld) await page.setViewportSize(window)
}

/** One page as a picture, in a window of its own. */
export interface Shot {
  name: string
  path: string
  window: Window
  scheme: Scheme
  wholePage: boolean
  script: boolean
}

/** Opens a page and keeps it once all has come. */
export async function take(browser: Browser, url: string, prefix: string, shot: Shot): Promise<void> {
  const page = await openWindow(browser, shot.window, { colorScheme: shot.scheme, javaScriptEnabled: shot.script })
  await page.goto(url + shot.path)
  await page.waitForLoadState('networkidle')
  await keep(page, `${prefix}-${shot.name}`, shot.wholePage)
  await page.context().close()
}
