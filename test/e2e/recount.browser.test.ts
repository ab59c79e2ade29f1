import { readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

/** A ward with one candidate withdrawn; Litter has the quota at once, Speeding gets its surplus. */
const ward = `4 2
-4
28 1 2 0
26 1 3 2 0
3 3 0
2 2 0
1 4 0
0
"Litter"
"Speeding"
"Parking on the pavement outside Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
"Dogs"
"What first?"
`
const aFile = (text: string, name = 'ward.blt') => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })

describe.runIf(browserIsHere)('counting again in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser

  beforeAll(async () => {
    const assets = await builtAssets()
    opened = await openTestDatabase('embedded')
    app = await startTestApp(opened.database, { assets })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
    await app.close()
    await opened.remove()
  })

  const choose = (page: Page, file: ReturnType<typeof aFile>) => page.locator('input[type=file]').setInputFiles(file)
  const counted = (page: Page) => page.getByRole('status').filter({ hasText: 'Counted.' }).waitFor()

  it('a dropped file is counted and drawn, and nothing leaves the page', async () => {
    const { page, complaints, close } = await openPage(browser, `${app.url}/recount`, { viewport: windows.phone })
    await page.locator('input[type=file]').waitFor()
    await page.waitForLoadState('networkidle')
    const sent: string[] = []
    page.context().on('request', (request) => {
      if (!request.url().startsWith('blob:')) sent.push(request.url())
    })
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'ward.blt'))
      return transfer
    }, ward)
    await page.dispatchEvent('.patch-recount__drop', 'drop', { dataTransfer: dropped })
    await counted(page)
    expect(page.workers()).toHaveLength(1)
    expect(await page.getByRole('list', { name: 'Elected, best first:' }).innerText()).toMatch(/Litter\s+Speeding/)
    expect(await page.getByRole('region', { name: 'Votes' }).innerText()).toContain('54')
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(windows.phone.width)

    const [report] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the report' }).click(),
    ])
    expect(await readFile(await report.path(), 'utf8')).toMatch(/^Elected, best first: Litter, Speeding\.$/m)
    expect(sent).toEqual([])
    expect(complaints).toEqual([])
    // Nor could it: the page's own policy stops what a script would send, in the worker too.
    const send = (address: string) =>
      fetch(address).then(
        () => 'sent',
        () => 'stopped',
      )
    expect(await page.evaluate(send, `${app.url}/recount`)).toBe('stopped')
    expect(await page.workers()[0]?.evaluate(send, `${app.url}/recount`)).toBe('stopped')
    expect(sent).toEqual([])
    await close()
  })

  it('is counted another way by keyboard alone, and printed without the form', async () => {
    const { page, close } = await openPage(browser, `${app.url}/recount`, { colorScheme: 'dark' })
    await choose(page, aFile(ward))
    await counted(page)
    await page.getByLabel('Method').focus()
    await page.keyboard.type('Schulze')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('3')
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Ballots that put the row above the column' }).waitFor()
    expect(await page.getByRole('list', { name: 'Elected, best first:' }).locator('li').count()).toBe(3)
    // What was typed stands in its field for the next count.
    expect(await page.getByLabel('How many are elected').inputValue()).toBe('3')
    await expectAccessible(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByLabel('Method').isVisible()).toBe(false)
    expect(await page.getByRole('heading', { name: 'The count of “What first?”' }).isVisible()).toBe(true)
    await close()
  })

  it('a faulty file is told by line, and a right one after it is counted', async () => {
    const { page, close } = await openPage(browser, `${app.url}/recount`)
    await choose(page, aFile(ward.replace('3 3 0', '3 9 0')))
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('Line 5')
    await expectAccessible(page)
    await choose(page, aFile(ward))
    await counted(page)
    expect(await alert.count()).toBe(0)
    await close()
  })

  it('the saved page counts from the disk with the network off, in both languages', async () => {
    const answer = await fetch(`${app.url}/recount.html`)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="?recount\.html/)
    const saved = join(tmpdir(), `recount-${process.pid}.html`)
    await writeFile(saved, await answer.text())
    const { page, complaints, close } = await openPage(browser, pathToFileURL(saved).href, { offline: true })
    await choose(page, aFile(ward))
    await counted(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Cymraeg' }).click()
    expect(await page.getAttribute('html', 'lang')).toBe('cy')
    await page.getByRole('status').filter({ hasText: 'Wedi cyfrif.' }).waitFor()
    expect(complaints).toEqual([])
    await close()
    await rm(saved)
  })
})
