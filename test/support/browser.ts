import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { buildClient, clientBuildIsStale } from '../../server/start/clientBuild.ts'
import { type Assets, loadAssets } from '../../server/web/assets.ts'

/** Debian's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** Whether this machine has a browser; browser tests are left out, saying so, where it has none. */
export const browserIsHere = existsSync(executablePath)
if (!browserIsHere) console.log(`No Chromium at ${executablePath}: browser tests are left out`)

/** Starts the browser with WebGL drawn in software. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking'],
  })
}

/** The built client's addresses, built first when it is missing or old. */
export async function builtAssets(): Promise<Assets> {
  if (await clientBuildIsStale()) await buildClient()
  return loadAssets()
}

/** The windows that pages are looked at in. */
export const windows = {
  phone: { width: 360, height: 740 },
  tablet: { width: 768, height: 1024 },
  desktop: { width: 1440, height: 900 },
} as const

/** Opens a page of its own browser context; whatever the page's own policy or script complains of fails the test. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; close(): Promise<void> }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, complaints, close: () => context.close() }
}

/**
 * Fails with each rule that the page breaks and where (WCAG 2.2 A and AA, and axe's best practices). No page of ours
 * frames another site, so axe runs within the page: its other way opens a second page for each check and takes twice as long.
 */
export async function expectAccessible(page: Page): Promise<void> {
  expectNone(page, await new AxeBuilder({ page }).setLegacyMode().analyze())
}

/** What axe judges by colour; the rest is the same in light and dark, which differ in nothing but colours. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** `expectAccessible` of a page that is shown light, then of its colours in the dark. The page is light again at the end. */
export async function expectAccessibleLightAndDark(page: Page): Promise<void> {
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  expectNone(page, await new AxeBuilder({ page }).setLegacyMode().withRules(colourRules).analyze())
  await page.emulateMedia({ colorScheme: 'light' })
}

function expectNone(page: Page, { violations }: Awaited<ReturnType<AxeBuilder['analyze']>>): void {
  const told = violations.map(
    (violation) => `${violation.id}: ${violation.help}\n  ${violation.nodes.map((node) => node.html).join('\n  ')}`,
  )
  expect(told, page.url()).toEqual([])
}
