import type { Browser, Page } from 'playwright-core'
import { meetingsBody } from '../../../shared/api/meetings.ts'
import { windows } from '../../support/browser.ts'
import { keep, openWindow, type Shot, take } from './picture.ts'

const laptop = { width: 1366, height: 768 }
const hall = { width: 1920, height: 1080 }
const schemes = ['light', 'dark'] as const

/**
 * The meetings of the invented force: the open one before it starts, as the invented sergeant runs it, and after its close; the minutes of an earlier
 * one, what residents put forward, and making a meeting. Ends with the open one closed.
 * @param sergeant a window of somebody of the team
 */
export async function takeMeetings(browser: Browser, url: string, prefix: string, sergeant: Page): Promise<void> {
  const place = '/neighbourhoods/dogger/DG01'
  const { coming, earlier } = meetingsBody.parse(await (await fetch(`${url}/api/v1${place}/meetings`)).json())
  const open = coming.find(({ plan }) => plan)?.plan
  const held = earlier.find(({ plan }) => plan?.phase === 'published')?.plan
  if (!open || !held) throw new Error('The invented force has no open meeting, or none that was held')
  const named = (name: string) => `${prefix}-${name}`

  await takeMaking(sergeant, url, `/manage${place}/meetings`, open.page, named)
  await takePages(browser, url, prefix, [
    ...inWindows('meeting-before', open.page),
    one('meeting-before-welsh', `/cy${open.page}`),
    ...inWindows('meeting-poster', `${open.page}/poster`).slice(1, 2),
    ...inWindows('meeting-join', '/join').slice(0, 2),
    ...inWindows('minutes', `${held.page}/minutes`),
    one('minutes-welsh', `/cy${held.page}/minutes`),
    ...inWindows('concerns', `${place}/concerns`),
    one('concerns-new', `${place}/concerns/new`),
  ])
  await takeRunning(browser, sergeant, url, open.page, named)
  await takePages(browser, url, prefix, [
    ...inWindows('meeting-feedback', `${open.page}/feedback`).slice(0, 2),
    one('meeting-feedback-welsh', `/cy${open.page}/feedback`),
  ])
}

type Named = (name: string) => string

function one(name: string, path: string, look: Partial<Shot> = {}): Shot {
  return { name, path, window: 'phone', scheme: 'light', wholePage: true, script: true, ...look }
}

/** A page on a phone and on a desktop in light, and on a phone in the dark. */
function inWindows(name: string, path: string): Shot[] {
  return [
    one(`${name}-phone-light`, path),
    one(`${name}-desktop-light`, path, { window: 'desktop' }),
    one(`${name}-phone-dark`, path, { scheme: 'dark' }),
  ]
}

async function takePages(browser: Browser, url: string, prefix: string, shots: Shot[]): Promise<void> {
  for (const shot of shots) await take(browser, url, prefix, shot)
}

/** The team makes a meeting: its form, its desk with the agenda to order, and the form of an item. */
async function takeMaking(desk: Page, url: string, meetings: string, page: string, named: Named): Promise<void> {
  const ofMeeting = `${meetings}/${page.split('/').at(-1)}`
  for (const window of ['desktop', 'phone'] as const) {
    await desk.setViewportSize(windows[window])
    for (const [name, path] of [
      ['new', `${meetings}/new`],
      ['desk', ofMeeting],
      ['item', `${ofMeeting}/items/new`],
    ] as const) {
      await desk.goto(url + path)
      await keep(desk, named(`manage-meeting-${name}-${window}`))
    }
  }
  await desk.setViewportSize(laptop)
}

/** The chair's desk, a phone and the projector while it is on: at the police report with its figures, then at questions from the floor. */
async function takeRunning(browser: Browser, desk: Page, url: string, meeting: string, named: Named): Promise<void> {
  await desk.goto(`${url}${meeting}/chair`)
  await desk.getByRole('button', { name: /^Keys/ }).waitFor()
  const phone = await openWindow(browser, 'phone')
  await phone.goto(url + meeting)
  await phone.locator('[data-view]').waitFor()
  const goTo = async (item: string) => {
    while ((await desk.textContent('#chair-item')) !== item) {
      const left = (await desk.textContent('#chair-item')) ?? ''
      await desk.keyboard.press('n')
      await desk.locator('#chair-item').filter({ hasNotText: left }).waitFor()
    }
    await phone.getByRole('heading', { name: item, exact: true }).waitFor()
  }
  const view = (name: string) => phone.getByRole('link', { name: new RegExp(`^${name}`) }).click()

  await goTo('Police report')
  await phone.locator('.patch-live-panel').first().waitFor()
  await keep(phone, named('meeting-figures-phone-light'))
  await takeProjector(browser, url + meeting, named('meeting-screen-figures'), ['light'])

  await goTo('Concerns from the floor')
  await view('Questions')
  await phone.getByLabel('Your question').fill('What was done about the lights on Herring Row since the last meeting?')
  await phone.getByRole('button', { name: 'Send the question' }).click()
  await desk.locator('.patch-desk-question__text', { hasText: 'Herring Row' }).waitFor()
  await desk.keyboard.press('w')
  await desk.fill('#new-text', 'The team will say next month what the council answers.')
  await desk.keyboard.press('Control+Enter')
  await desk.locator('.patch-entry, .patch-desk-entry', { hasText: 'next month' }).first().waitFor()
  await desk.fill('#hall-name', 'Lady in the blue coat')
  await desk.keyboard.press('Enter')
  await desk.locator('.patch-desk-speaker').waitFor()
  await desk.locator('body').click({ position: { x: 600, y: 4 } })
  for (const scheme of schemes) {
    await phone.emulateMedia({ colorScheme: scheme })
    for (const name of ['Now', 'Questions', 'Agenda']) {
      await view(name)
      await keep(phone, named(`meeting-${name.toLowerCase()}-phone-${scheme}`), name !== 'Now')
    }
    await desk.emulateMedia({ colorScheme: scheme })
    await keep(desk, named(`meeting-chair-desktop-${scheme}`), false)
  }
  await desk.emulateMedia({ colorScheme: 'light' })
  await desk.setViewportSize(windows.phone)
  await keep(desk, named('meeting-chair-phone-light'))
  await desk.setViewportSize(laptop)
  await takeProjector(browser, url + meeting, named('meeting-screen'), schemes)
  for (const [name, path, window] of [
    ['meeting-running-desktop-light', meeting, 'desktop'],
    ['meeting-running-welsh', `/cy${meeting}`, 'phone'],
    ['meeting-running-without-script', meeting, 'phone'],
  ] as const) {
    const page = await openWindow(browser, window, { javaScriptEnabled: !name.endsWith('script') })
    await page.goto(url + path)
    await page.waitForLoadState('load')
    if (!name.endsWith('script')) await page.locator('[data-view]').waitFor()
    await keep(page, named(name))
    await page.context().close()
  }
  await desk.keyboard.press('x')
  await desk.getByRole('button', { name: 'Close the meeting' }).click()
  await phone.locator('.govuk-inset-text', { hasText: 'This meeting is over' }).waitFor({ state: 'attached' })
  await phone.context().close()
}

async function takeProjector(
  browser: Browser,
  address: string,
  name: string,
  looks: readonly (typeof schemes)[number][],
): Promise<void> {
  for (const scheme of looks) {
    const screen = await openWindow(browser, hall, { colorScheme: scheme })
    await screen.goto(`${address}/screen`)
    await screen.waitForLoadState('load')
    await keep(screen, `${name}-${scheme}`, false)
    await screen.context().close()
  }
}
