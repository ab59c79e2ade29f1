import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, windows } from '../../support/browser.ts'
import { startServiceProcess } from '../../support/service.ts'
import { takeMeetings } from './meetings.ts'
import { keep, openWindow, type Shot, take, target } from './picture.ts'
import { firstNeighbourhood, neighbourhoodWithoutOutline } from './places.ts'

/**
 * `npm run screenshots [-- URL PREFIX]` takes the pictures of docs/screenshots: of the service at URL with names beginning
 * with PREFIX (the force of that id where it is loaded), or of the invented force on a service that it starts itself: of all, or with
 * `-- meetings` only of its meetings.
 */
const [what, prefix = 'demo'] = process.argv.slice(2)
const givenUrl = what === 'meetings' ? undefined : what
/** Of the address that poster and projector show: the service's usual one. */
const port = process.env['PORT'] ?? '3000'
await mkdir(target, { recursive: true })
const browser = await openBrowser()
try {
  if (givenUrl) await takeAll(browser, givenUrl)
  else
    await ofTheInventedForce(async (url, links) => {
      const [sergeant, supervisor] = await Promise.all(links.map((link) => signedIn(browser, link)))
      if (!sergeant || !supervisor) throw new Error('Nobody invented can sign in')
      if (what !== 'meetings') {
        await takeAll(browser, url)
        await takeTeamPages(url, sergeant, supervisor)
      }
      await takeMeetings(browser, url, prefix, sergeant)
    })
} finally {
  await browser.close()
}

async function ofTheInventedForce(work: (url: string, signInLinks: string[]) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-screenshots-'))
  const service = await startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '', PORT: port })
  try {
    await work(service.url, service.output().match(/http\S+\/sign-in\/link\?token=\S+/g) ?? [])
  } finally {
    await service.end()
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeAll(browser: Browser, url: string): Promise<void> {
  for (const shot of await shotsOf(url)) await take(browser, url, prefix, shot)
}

/** Every page in each window, light, and dark in the smallest and largest; and the neighbourhood page in Welsh and without script. */
async function shotsOf(url: string): Promise<Shot[]> {
  const { force, id } = await firstNeighbourhood(url, prefix)
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

/** A window of somebody whom a link signs in. */
async function signedIn(browser: Browser, link: string): Promise<Page> {
  const page = await openWindow(browser, 'desktop')
  await page.goto(link)
  await page.locator('main button').click()
  return page
}

/** The team's own pages, as the invented sergeant and supervisor see them. */
async function takeTeamPages(url: string, sergeant: Page, supervisor: Page): Promise<void> {
  const desk = '/manage/neighbourhoods/dogger/DG01'
  const pages = [
    ['start', '/manage', sergeant],
    ['neighbourhood', desk, sergeant],
    ['team', `${desk}/team`, sergeant],
    ['priorities', `${desk}/priorities`, sergeant],
    ['meetings', `${desk}/meetings`, sergeant],
    ['standards', `${desk}/standards`, sergeant],
    ['people', '/manage/forces/dogger/people', supervisor],
    ['results', '/manage/forces/dogger/standards/results', supervisor],
  ] as const
  for (const [name, path, page] of pages)
    for (const window of ['desktop', 'phone'] as const) {
      await page.setViewportSize(windows[window])
      await page.goto(url + path)
      await keep(page, `${prefix}-manage-${name}-${window}`)
    }
}
