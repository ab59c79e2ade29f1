import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openBrowser, windows } from '../support/browser.ts'
import { startServiceProcess } from '../support/service.ts'

/**
 * `npm run screenshots [-- URL PREFIX]` takes the pictures of docs/screenshots: of the service at URL with names beginning
 * with PREFIX (the force of that id where it is loaded), or of the invented force on a service that it starts itself.
 */
const target = join(import.meta.dirname, '../../docs/screenshots')

interface Shot {
  name: string
  path: string
  window: keyof typeof windows
  scheme: 'light' | 'dark'
  wholePage: boolean
  script: boolean
}

const [givenUrl, prefix = 'demo'] = process.argv.slice(2)
await mkdir(target, { recursive: true })
const browser = await openBrowser()
try {
  if (givenUrl) await takeAll(browser, givenUrl)
  else
    await ofTheInventedForce(async (url, links) => {
      await takeAll(browser, url)
      await takeTeamPages(browser, links)
      await takeMeeting(browser, url, links)
    })
} finally {
  await browser.close()
}

async function ofTheInventedForce(work: (url: string, signInLinks: string[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-screenshots-'))
  const service = await startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '' })
  try {
    await work(service.url, service.output().match(/http\S+\/sign-in\/link\?token=\S+/g) ?? [])
  } finally {
    await service.end()
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  for (const shot of await shotsOf(url)) await take(browser, url, shot)
}

/** Every page in each window, light, and dark in the smallest and largest; and the neighbourhood page in Welsh and without script. */
async function shotsOf(url: string): Promise<Shot[]> {
  const { force, id } = await firstNeighbourhood(url)
  const neighbourhood = `/neighbourhoods/${force}/${encodeURIComponent(id)}`
  const pages = {
    home: '/',
    neighbourhood,
    map: '/map',
    'map-street': `/map?neighbourhood=${force}/${encodeURIComponent(id)}`,
    force: `/forces/${force}`,
  }
  const looks = [
    { window: 'phone', scheme: 'light' },
    { window: 'phone', scheme: 'dark' },
    { window: 'tablet', scheme: 'light' },
    { window: 'desktop', scheme: 'light' },
    { window: 'desktop', scheme: 'dark' },
  ] as const
  const shots = Object.entries(pages).flatMap(([name, path]) =>
    looks.map((look) => ({
      ...look,
      name: `${name}-${look.window}-${look.scheme}`,
      path,
      wholePage: !name.startsWith('map'),
      script: true,
    })),
  )
  const teams = ['priorities', 'standards', 'meetings', 'contact'].flatMap((name) =>
    looks
      .filter(({ window, scheme }) => window !== 'tablet' && (window === 'phone' || scheme === 'light'))
      .map((look) => ({
        ...look,
        name: `${name}-${look.window}-${look.scheme}`,
        path: `${neighbourhood}/${name}`,
        wholePage: true,
        script: true,
      })),
  )
  const without = await neighbourhoodWithoutOutline(url, force)
  const plain = { window: 'phone', scheme: 'light', wholePage: true, script: true } as const
  return [
    ...shots,
    ...teams,
    { ...plain, name: 'standards-welsh', path: `/cy${neighbourhood}/standards` },
    { ...plain, name: 'standards-poster', path: `${neighbourhood}/standards/poster`, window: 'desktop' },
    { ...plain, name: 'neighbourhood-first-screen', path: neighbourhood, wholePage: false },
    ...(without ? [{ ...plain, name: 'neighbourhood-without-outline', path: without }] : []),
    {
      name: 'neighbourhood-welsh',
      path: `/cy${neighbourhood}`,
      window: 'phone',
      scheme: 'light',
      wholePage: true,
      script: true,
    },
    { name: 'map-without-script', path: '/map', window: 'phone', scheme: 'light', wholePage: false, script: false },
  ]
}

/** The team's own pages, as the invented sergeant and supervisor see them. */
async function takeTeamPages(browser: Browser, links: string[]): Promise<void> {
  const desk = '/manage/neighbourhoods/dogger/DG01'
  const pages = [
    {
      start: '/manage',
      neighbourhood: desk,
      team: `${desk}/team`,
      priorities: `${desk}/priorities`,
      meetings: `${desk}/meetings`,
      standards: `${desk}/standards`,
    },
    { people: '/manage/forces/dogger/people', results: '/manage/forces/dogger/standards/results' },
  ]
  for (const [index, link] of links.entries()) {
    const context = await browser.newContext({ viewport: windows.desktop, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.goto(link)
    await page.locator('main button').click()
    for (const [name, path] of Object.entries(pages[index] ?? {}))
      for (const window of ['desktop', 'phone'] as const) {
        await page.setViewportSize(windows[window])
        await page.goto(new URL(path, link).href)
        await page.screenshot({ path: join(target, `${prefix}-manage-${name}-${window}.png`), fullPage: true })
      }
    await context.close()
  }
}

/** The first meeting there is, run by the invented sergeant: phone, projector and the chair's desk, in light and dark. */
async function takeMeeting(browser: Browser, url: string, [link = '']: string[]): Promise<void> {
  const meeting = await firstMeeting(url)
  if (!meeting) return
  const chair = await browser.newContext({ viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' })
  const desk = await chair.newPage()
  await desk.goto(link)
  await desk.locator('main button').click()
  await desk.goto(`${url}${meeting}/chair`)
  await desk.getByRole('button', { name: /^Keys/ }).waitFor()
  const phone = await (await browser.newContext({ viewport: windows.phone, reducedMotion: 'reduce' })).newPage()
  await phone.goto(url + meeting)
  await phone.locator('[data-view]').waitFor()
  await phone.screenshot({ path: join(target, `${prefix}-meeting-before-phone.png`), fullPage: true })
  for (let step = 0; step < 4; step += 1) {
    await desk.keyboard.press('n')
    await desk.waitForTimeout(400)
  }
  await phone.getByRole('link', { name: /^Questions/ }).click()
  await phone.getByLabel('Your question').fill('What was done about the lights on Herring Row since the last meeting?')
  await phone.getByRole('button', { name: 'Send the question' }).click()
  await desk.locator('.patch-desk-question--waiting').first().waitFor()
  await desk.keyboard.press('q')
  await desk.keyboard.press('a')
  await phone.locator('.patch-question').first().waitFor()
  await desk.keyboard.press('w')
  await desk.fill('#new-text', 'The team will say next month what the council answers.')
  await desk.keyboard.press('Control+Enter')
  await desk.fill('#hall-name', 'Lady in the blue coat')
  await desk.keyboard.press('Enter')
  await desk.waitForTimeout(500)
  for (const scheme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme: scheme })
    await desk.screenshot({ path: join(target, `${prefix}-meeting-chair-${scheme}.png`) })
    await phone.emulateMedia({ colorScheme: scheme })
    for (const view of ['Now', 'Questions', 'Agenda']) {
      await phone.getByRole('link', { name: new RegExp(`^${view}`) }).click()
      const name = `${prefix}-meeting-${view.toLowerCase()}-phone-${scheme}.png`
      await phone.screenshot({ path: join(target, name), fullPage: view !== 'Now' })
    }
    const projector = await browser.newContext({ viewport: { width: 1920, height: 1080 }, colorScheme: scheme })
    const screen = await projector.newPage()
    await screen.goto(`${url}${meeting}/screen`)
    await screen.waitForLoadState('load')
    await screen.screenshot({ path: join(target, `${prefix}-meeting-screen-${scheme}.png`) })
    await projector.close()
  }
  await phone.context().close()
  await chair.close()
}

/** The path of the first meeting that a neighbourhood's list names. */
async function firstMeeting(url: string): Promise<string | undefined> {
  const { force, id } = await firstNeighbourhood(url)
  const list = await fetch(`${url}/neighbourhoods/${force}/${encodeURIComponent(id)}/meetings`)
  return /"(\/meetings\/\d+)"/.exec(await list.text())?.[1]
}

async function firstNeighbourhood(url: string): Promise<{ force: string; id: string }> {
  const forces = (await (await fetch(`${url}/api/forces`)).json()) as { id: string }[]
  const force = (forces.find(({ id }) => id === prefix) ?? forces[0])?.id ?? ''
  const neighbourhoods = (await (await fetch(`${url}/api/${force}/neighbourhoods`)).json()) as { id: string }[]
  return { force, id: neighbourhoods[0]?.id ?? '' }
}

/** One of the first few neighbourhoods that has no outline. */
async function neighbourhoodWithoutOutline(url: string, force: string): Promise<string | undefined> {
  const neighbourhoods = (await (await fetch(`${url}/api/${force}/neighbourhoods`)).json()) as { id: string }[]
  for (const { id } of neighbourhoods.slice(0, 5)) {
    const outline = (await (await fetch(`${url}/api/${force}/${encodeURIComponent(id)}/boundary`)).json()) as unknown[]
    if (outline.length === 0) return `/neighbourhoods/${force}/${encodeURIComponent(id)}`
  }
  return undefined
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: windows[shot.window],
    colorScheme: shot.scheme,
    javaScriptEnabled: shot.script,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(url + shot.path)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(target, `${prefix}-${shot.name}.png`), fullPage: shot.wholePage })
  await context.close()
}
