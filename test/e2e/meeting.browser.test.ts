import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserIsHere, expectAccessible, windows } from '../support/browser.ts'
import { anItem } from '../support/builders/live.ts'
import {
  deskIsLive,
  heading,
  isLive,
  meetingInBrowsers,
  press,
  questionsOf,
  soon,
} from '../support/meetingInBrowsers.ts'
import { watchWeight } from '../support/pageWeight.ts'

const hall = { width: 1920, height: 1080 }

describe.runIf(browserIsHere)('a meeting in browsers', () => {
  const { path, opening, aPhone, aDesk, state, newContext, url, meetAt } = meetingInBrowsers()

  it('the chair runs it by keys; phone, projector and a phone without script follow', async () => {
    const desk = await aDesk()
    const phone = await aPhone()
    const screen = await opening(path('/screen'), { viewport: hall })
    await deskIsLive(desk.page)
    await isLive(phone.page)
    expect(await phone.page.textContent('main')).toContain('This meeting has not started yet')

    await press(desk.page, 'n')
    await expect.poll(() => heading(phone.page), soon).toBe('Welcome')
    await expect.poll(() => desk.page.textContent('#chair-item'), soon).toBe('Welcome')
    await press(desk.page, 'n')
    await expect.poll(() => heading(phone.page), soon).toBe('Police report')
    await expect.poll(() => screen.page.locator('.patch-screen__title').textContent(), soon).toBe('Police report')
    expect(await phone.page.getByText('Now: Police report').count()).toBe(1)
    await expect.poll(() => desk.page.textContent('.patch-chair__facts'), soon).toContain('1 online')

    // A question waits for the chair, is shown by a key, and is backed by somebody without script.
    await phone.page.getByRole('link', { name: /^Questions/ }).click()
    await phone.page.getByLabel('Your question').fill('What about the lights?')
    await phone.page.getByRole('button', { name: 'Send the question' }).click()
    await expect.poll(() => questionsOf(desk.page), soon).toEqual(['What about the lights?'])
    expect(await phone.page.getByLabel('Your question').inputValue()).toBe('')
    expect(await phone.page.textContent('.patch-own')).toContain('Waiting for the chair')
    await press(desk.page, 'q')
    await press(desk.page, 'a')
    await phone.page.locator('.patch-question').waitFor()

    const plain = await aPhone({ javaScriptEnabled: false })
    expect(await heading(plain.page)).toBe('Police report')
    await plain.page.getByRole('button', { name: /I want this answered too/ }).click()
    expect(await plain.page.textContent('.patch-question')).toContain('2 devices want this answered')
    await expect.poll(() => phone.page.textContent('.patch-question'), soon).toContain('2 devices')
    await plain.page.getByLabel('Your question').fill('Without script?')
    await plain.page.getByRole('button', { name: 'Send the question' }).click()
    await expect.poll(() => questionsOf(desk.page), soon).toContain('Without script?')

    // The chair chooses one by key and hides it; the phone that asked sees at once what became of it.
    await phone.page.getByLabel('Your question').fill('Something rude')
    await phone.page.getByRole('button', { name: 'Send the question' }).click()
    await expect.poll(() => questionsOf(desk.page), soon).toContain('Something rude')
    const rude = desk.page.locator('.patch-desk-question__text', { hasText: 'Something rude' })
    await desk.page.locator('.patch-desk-question', { has: rude }).focus()
    await press(desk.page, 'e')
    await press(desk.page, '*')
    await desk.page.getByLabel('Why hide them?').fill('Names somebody')
    await desk.page.keyboard.press('Enter')
    const own = phone.page.locator('.patch-own li', { hasText: 'Something rude' })
    await expect.poll(() => own.textContent(), soon).toContain('Not shown')
    expect(state()?.questions.map((question) => question.hiddenBecause)).toEqual([null, null, 'Names somebody'])
    await expect.poll(() => desk.page.getByLabel('Why hide them?').isVisible(), soon).toBe(false)

    // Being answered: large on the wall.
    const lights = desk.page.locator('.patch-desk-question__text', { hasText: 'lights' })
    await desk.page.locator('.patch-desk-question', { has: lights }).focus()
    await press(desk.page, 'w')
    await expect.poll(() => screen.page.locator('.patch-screen__question').textContent(), soon).toContain('lights')

    // A hand goes up, is called, is done.
    await phone.page.getByRole('link', { name: 'Now' }).click()
    await phone.page.getByLabel(/Name to call you by/).fill('Mr Ling')
    await phone.page.getByRole('button', { name: 'Raise your hand' }).click()
    await phone.page.getByText('You are number 1 in the queue').waitFor()
    await desk.page.locator('.patch-desk-speaker').waitFor()
    await desk.page.locator('body').click({ position: { x: 600, y: 10 } })
    await press(desk.page, 'c')
    await expect.poll(() => screen.page.textContent('.patch-screen'), soon).toContain('Mr Ling')
    await phone.page.getByText('It is your turn to speak').waitFor()
    await press(desk.page, 'd')
    await phone.page.getByRole('button', { name: 'Raise your hand' }).waitFor()

    // Closing asks once.
    await press(desk.page, 'x')
    expect(state()?.phase).toBe('running')
    await desk.page.getByRole('button', { name: 'Close the meeting' }).click()
    await phone.page.locator('.govuk-inset-text', { hasText: 'This meeting is over' }).waitFor()
    await expect.poll(() => screen.page.textContent('h1'), soon).toBe('Thank you for coming.')
    await plain.page.reload()
    expect(await plain.page.textContent('main')).toContain('This meeting is over')
    expect([desk, phone, screen].flatMap(({ complaints }) => complaints)).toEqual([])
    await Promise.all([desk, phone, screen, plain].map(({ close }) => close()))
  })

  it('what is half written survives whatever comes in, and a reload', async () => {
    const desk = await aDesk()
    const phone = await aPhone()
    await deskIsLive(desk.page)
    await isLive(phone.page)
    await phone.page.getByRole('link', { name: /^Questions/ }).click()
    await phone.page.getByLabel('Your question').pressSequentially('Half of a quest')
    await press(desk.page, 'n')
    await expect.poll(() => desk.page.textContent('#chair-item'), soon).toBe('Welcome')
    await press(desk.page, 'n')
    await expect.poll(() => phone.page.locator('#item-title').textContent(), soon).toBe('Police report')
    await phone.page.keyboard.type('ion')
    expect(await phone.page.getByLabel('Your question').inputValue()).toBe('Half of a question')
    await phone.page.reload()
    await isLive(phone.page)
    expect(await phone.page.getByLabel('Your question').inputValue()).toBe('Half of a question')
    // Whoever was too late still has the words, and is told where else to take them.
    await press(desk.page, 'x')
    await desk.page.getByRole('button', { name: 'Close the meeting' }).click()
    await phone.page.getByText('takes no more questions').waitFor()
    expect(await phone.page.textContent('.patch-own')).toContain('Half of a question')
    expect(await phone.page.getByRole('link', { name: 'Write to the team instead' }).getAttribute('href')).toMatch(
      /^\/neighbourhoods\/.+\/contact$/,
    )
    await Promise.all([desk, phone].map(({ close }) => close()))
  })

  it('a device that was away comes to the same state, and what it sent meanwhile counts once', async () => {
    const desk = await aDesk()
    const phone = await aPhone()
    await deskIsLive(desk.page)
    await isLive(phone.page)
    await press(desk.page, 'n')
    await expect.poll(() => heading(phone.page), soon).toBe('Welcome')
    await phone.page.context().setOffline(true)
    // A cut line is not noticed at once by a socket that nobody speaks on: the phone has been asleep.
    await phone.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await phone.page.getByRole('link', { name: /^Questions/ }).click()
    await phone.page.getByLabel('Your question').fill('From a tunnel')
    await phone.page.getByRole('button', { name: 'Send the question' }).click()
    await phone.page.getByText('The connection is gone').waitFor()
    await press(desk.page, 'n')
    await expect.poll(() => state()?.currentItem, soon).toBe(anItem(2).id)
    await phone.page.context().setOffline(false)
    await expect.poll(() => heading(phone.page), { timeout: 15_000 }).toBe('Police report')
    await expect.poll(() => state()?.questions.map(({ text }) => text), { timeout: 15_000 }).toEqual(['From a tunnel'])
    await expect.poll(() => phone.page.getByLabel('Your question').inputValue()).toBe('')
    await phone.page.getByText('The connection is gone').waitFor({ state: 'detached' })
    await Promise.all([desk, phone].map(({ close }) => close()))
  })

  it('where WebSocket is blocked the page follows by plain HTTP within three seconds', async () => {
    const desk = await aDesk()
    const context = await newContext({ viewport: windows.phone })
    await context.routeWebSocket(/./, (socket) => socket.close())
    const page = await context.newPage()
    await page.goto(path())
    await isLive(page)
    await deskIsLive(desk.page)
    await page.waitForResponse(/\/changes\?/)
    await press(desk.page, 'n')
    await expect.poll(() => state()?.phase, soon).toBe('running')
    const begun = Date.now()
    await expect.poll(() => heading(page), { timeout: 4000 }).toBe('Welcome')
    expect(Date.now() - begun).toBeLessThan(3500)
    await page.getByRole('button', { name: 'Raise your hand' }).click()
    await page.getByText('You are number 1 in the queue').waitFor()
    await context.close()
    await desk.close()
  })

  it('the projector is readable from the back of a hall', async () => {
    const desk = await aDesk()
    await deskIsLive(desk.page)
    const { page, close } = await opening(path('/screen'), { viewport: hall, reducedMotion: 'reduce' })
    const smallest = () =>
      page.evaluate(() => {
        const sizes: [number, string][] = []
        const walk = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT)
        while (walk.nextNode()) {
          const text = walk.currentNode.textContent?.trim() ?? ''
          const parent = walk.currentNode.parentElement
          if (text === '' || !parent || parent.closest('[class*="hidden"], .patch-screen__code-label')) continue
          sizes.push([Number.parseFloat(getComputedStyle(parent).fontSize), text])
        }
        return sizes.sort(([one], [other]) => one - other)[0]
      })
    const seen = async (text: string, where = 'h1') => {
      await expect.poll(() => page.textContent(where), soon).toContain(text)
      expect((await smallest())?.[0], String(await smallest())).toBeGreaterThanOrEqual(32)
      const title = await page.$eval('h1', (one) => Number.parseFloat(getComputedStyle(one).fontSize))
      expect(title).toBeGreaterThanOrEqual(64)
      const corner = await page.locator('.patch-screen__qr').boundingBox()
      expect((corner?.y ?? 0) + (corner?.height ?? 0)).toBeLessThanOrEqual(hall.height)
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(hall.height)
    }
    await seen('Starts at', '.patch-screen__main')
    expect(await page.textContent('.patch-screen__coming')).toContain('Next date')
    for (const title of ['Welcome', 'Police report', 'Concerns from the floor', 'Agree up to', 'Tea', 'Next date']) {
      await press(desk.page, 'n')
      await expect.poll(() => desk.page.textContent('#chair-item'), soon).toContain(title)
      await seen(title)
      await expectAccessible(page)
    }
    await close()
    await desk.close()
  })

  it.each(['light', 'dark'] as const)('every page of it breaks no rule of accessibility: %s', async (colorScheme) => {
    const desk = await aDesk({ colorScheme, reducedMotion: 'reduce' })
    const phone = await aPhone({ colorScheme, reducedMotion: 'reduce' })
    await deskIsLive(desk.page)
    await isLive(phone.page)
    await expectAccessible(phone.page)
    await expectAccessible(desk.page)
    await press(desk.page, 'n')
    await expect.poll(() => heading(phone.page), soon).toBe('Welcome')
    await phone.page.getByRole('link', { name: /^Questions/ }).click()
    await phone.page.getByLabel('Your question').fill('Why?')
    await phone.page.getByRole('button', { name: 'Send the question' }).click()
    await desk.page.locator('.patch-desk-question').waitFor()
    await desk.page.fill('#hall-name', 'Lady in blue')
    await desk.page.keyboard.press('Enter')
    await desk.page.locator('.patch-desk-speaker').waitFor()
    for (const view of ['Questions', 'Agenda', 'Now']) {
      await phone.page.getByRole('link', { name: new RegExp(`^${view}`) }).click()
      await expectAccessible(phone.page)
    }
    await expectAccessible(desk.page)
    await desk.page.$$eval('details', (folds) => {
      for (const fold of folds) fold.toggleAttribute('open', true)
    })
    await expectAccessible(desk.page)
    await desk.page.setViewportSize(windows.phone)
    await expectAccessible(desk.page)
    const welsh = (address: string) => `/cy${new URL(address).pathname}`
    const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await widest(desk.page)).toBeLessThanOrEqual(windows.phone.width)
    for (const address of [welsh(path()), '/cy/join', '/join?code=zzz', welsh(path('/screen'))]) {
      await phone.page.goto(new URL(address, url()).href)
      await expectAccessible(phone.page)
      expect(await widest(phone.page), address).toBeLessThanOrEqual(windows.phone.width)
    }
    // The projector's page on a phone cuts nothing off.
    const corner = await phone.page.locator('.patch-screen__qr').boundingBox()
    expect((corner?.x ?? 0) + (corner?.width ?? 0)).toBeLessThanOrEqual(windows.phone.width)
    await Promise.all([desk, phone].map(({ close }) => close()))
  })

  it('the map of the place stands before the start, with script as without, and goes when it starts', async () => {
    await meetAt([2.301, 54.701])
    const plain = await aPhone({ javaScriptEnabled: false })
    const phone = await aPhone()
    await isLive(phone.page)
    const map = (page: Page) => page.locator('.patch-live__map .patch-small-map__mark').first()
    for (const { page } of [plain, phone]) expect(await map(page).isVisible()).toBe(true)
    await expectAccessible(phone.page)
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(windows.phone.width)
    const desk = await aDesk()
    await deskIsLive(desk.page)
    await press(desk.page, 'n')
    await map(phone.page).waitFor({ state: 'detached' })
    expect(phone.complaints).toEqual([])
    await Promise.all([desk, phone, plain].map(({ close }) => close()))
  })

  it('the phone page has at most 45 kB of script', async () => {
    const context = await newContext({ viewport: windows.phone })
    const weight = watchWeight(context, /\.m?js$/)
    const page = await context.newPage()
    await page.goto(path())
    await isLive(page)
    expect(await weight()).toBeLessThanOrEqual(45_000)
    await context.close()
  })
})
