import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandKind, readCommand } from '../../shared/live/commands.ts'
import { startTestApp, type TestApp } from '../support/app.ts'
import { browserIsHere, builtAssets, expectAccessible, openBrowser, openPage, windows } from '../support/browser.ts'
import { aForce, aNeighbourhood } from '../support/builders/crime.ts'
import { anItem, idOf } from '../support/builders/live.ts'
import { aMeeting } from '../support/builders/meeting.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { signIn } from '../support/signIn.ts'

const begun = Date.parse('2026-09-22T18:00:00Z')

describe.runIf(browserIsHere)('minutes in a browser', () => {
  let opened: TestDatabase
  let app: TestApp
  let browser: Browser
  let neighbourhood: number
  let meeting: number
  let now = begun
  let cookies: { name: string; value: string; url: string }[]

  beforeAll(async () => {
    opened = await openTestDatabase('embedded')
    const { database } = opened
    await aForce(database)
    neighbourhood = await aNeighbourhood(database)
    app = await startTestApp(database, { assets: await builtAssets(), clock: () => new Date(now) })
    const items = [
      anItem(1, { title: 'Welcome', titleWelsh: 'Croeso' }),
      anItem(2, { title: 'Concerns from the floor', kind: 'questions', lead: 'Sgt Example' }),
      anItem(3, { title: 'Any other business' }),
    ]
    meeting = await aMeeting(database, { neighbourhood, title: 'Autumn meeting', items })
    await database.kysely
      .insertInto('priority')
      .values({ neighbourhood_id: neighbourhood, issue: 'Speeding on Outer Row', agreed_on: '2026-09-01' })
      .execute()
    cookies = (await signIn(app, [{ role: 'officer', forceId: 'dogger', neighbourhoodId: neighbourhood }]))
      .browserCookies
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
    await opened?.remove()
  })

  const send = async (kind: CommandKind, detail: object = {}) => {
    const read = readCommand({ id: randomUUID(), meeting, kind, detail })
    if (!read.ok) throw new Error(read.problem.field)
    expect(await app.context.live.commandAs({ kind: 'chair', isTeam: true }, read.command)).toMatchObject({ ok: true })
    now += 7 * 60_000
  }
  const open = async (path: string, options: Parameters<typeof openPage>[2] = {}) => {
    const opened = await openPage(browser, app.url, { viewport: windows.phone, ...options })
    await opened.page.context().addCookies(cookies)
    await opened.page.goto(app.url + path)
    return opened
  }
  const main = (page: Page) => page.locator('main').innerText()

  it('without JavaScript: the meeting is closed, its minutes are written, approved, published, and read by everyone', async () => {
    await send('meeting:start')
    const { page, close } = await open(`/meetings/${meeting}`, { javaScriptEnabled: false })
    await send('question:add', { question: idOf(20), text: 'When do the lamps come?', item: idOf(2) })
    await send('meeting:next', { from: idOf(1) })
    await send('minutes:add', { entry: { id: idOf(30), item: idOf(2), kind: 'decision', text: 'We work on speding.' } })
    await send('meeting:close')

    await page.goto(`${app.url}/manage/meetings/${meeting}/minutes`)
    await page.click('a:has-text("Change")')
    await page.fill('#text', 'We work on speeding.')
    await page.click('button:has-text("Save the line")')
    await page.check('input[value=action]')
    await page.selectOption('#item', idOf(2))
    await page.click('button:has-text("Add the line")')
    expect(await page.textContent('.govuk-error-summary')).toContain('Enter what was said')
    await page.fill('#text', 'Speed checks on two mornings')
    await page.fill('#owner', 'PC Example')
    await page.fill('#dueOn', '2026-10-15')
    await page.click('button:has-text("Add the line")')
    await page.fill('#count', '34')
    await page.click('button:has-text("Save the number")')
    await page.click('text=Preview and approve')
    expect(await main(page)).toContain('One question was not answered. It goes to your inbox')
    await page.click('button:has-text("Approve and publish")')
    expect(await page.textContent('.govuk-error-summary')).toContain('Choose a priority, or none')
    await page.selectOption('select', { label: 'Speeding on Outer Row' })
    await page.click('button:has-text("Approve and publish")')
    expect(await main(page)).toContain('The minutes are published.')

    await page.goto(`${app.url}/meetings/${meeting}/minutes`)
    expect(await main(page)).toMatch(
      /We work on speeding\.[\s\S]*Speed checks on two mornings[\s\S]*Speeding on Outer Row/,
    )
    await page.click('text=Say how useful it was')
    await page.check('input[value="5"]')
    await page.click('button:has-text("Send")')
    expect(await main(page)).toContain('Thank you. Your answer is counted.')
    await page.goto(`${app.url}/manage/neighbourhoods/dogger/SP1/messages`)
    await page.click('a:has-text("Message")')
    await page.fill('#answer', 'In May.')
    await page.click('button:has-text("Send the answer")')
    await page.goto(`${app.url}/meetings/${meeting}/minutes`)
    expect(await main(page)).toMatch(/Answered later, on 22 September 2026\.\s*In May\./)
    await close()
  })

  it.each([
    { colorScheme: 'light', window: 'phone' },
    { colorScheme: 'dark', window: 'desktop' },
  ] as const)(
    'reads well and breaks no rule of accessibility: $colorScheme, $window',
    async ({ colorScheme, window }) => {
      const { page, close } = await open('/', { colorScheme, viewport: windows[window] })
      const look = async (path: string) => {
        await page.goto(app.url + path)
        await expectAccessible(page)
        const widest = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(widest, path).toBeLessThanOrEqual(windows[window].width)
      }
      const paths = ['minutes', 'replay', 'replay?show=decisions', 'feedback'].map(
        (end) => `/meetings/${meeting}/${end}`,
      )
      for (const path of paths) for (const language of ['', '/cy']) await look(language + path)
      await look(`/manage/meetings/${meeting}/minutes`)
      await send('minutes:withdraw')
      for (const end of ['', '/publish', `/lines/${idOf(30)}`]) await look(`/manage/meetings/${meeting}/minutes${end}`)
      await look(`/meetings/${meeting}/minutes`)
      await send('minutes:publish')
      await close()
    },
  )

  it('[M64] a phone that waited for the start and followed by socket is asked afterwards; one that comes later is not', async () => {
    meeting = await aMeeting(opened.database, { neighbourhood, title: 'Winter meeting' })
    const { page, close } = await openPage(browser, app.url, { viewport: windows.phone })
    // The moment at which a phone asks by plain HTTP is chosen at random, up to half a minute after the start.
    await page.addInitScript(() => {
      Math.random = () => 0.01
    })
    await page.goto(`${app.url}/meetings/${meeting}`)
    await page.locator('[data-view]').waitFor()
    const marks = async () => (await page.context().cookies(`${app.url}/meetings/${meeting}`)).map(({ name }) => name)
    expect(await marks()).not.toContain('followed')
    await send('meeting:start')
    await expect.poll(marks, { timeout: 20_000 }).toContain('followed')
    await send('meeting:close')
    await page.click('text=Say how useful it was')
    await page.locator('input[value="4"]').waitFor()
    await expectAccessible(page)
    await page.check('input[value="4"]')
    await page.click('button:has-text("Send")')
    expect(await main(page)).toContain('Thank you. Your answer is counted.')
    await close()

    const late = await openPage(browser, app.url, { viewport: windows.phone })
    await late.page.goto(`${app.url}/meetings/${meeting}`)
    await late.page.click('text=Say how useful it was')
    expect(await main(late.page)).toContain('Only those who followed this meeting on a device are asked')
    expect(await late.page.locator('form').count()).toBe(0)
    await late.close()
  })
})
