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
  else await ofTheInventedForce((url) => takeAll(browser, url))
} finally {
  await browser.close()
}

async function ofTheInventedForce(work: (url: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-screenshots-'))
  const service = await startServiceProcess({ DATA_DIR: folder, DATABASE_URL: '' })
  try {
    await work(service.url)
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
  const without = await neighbourhoodWithoutOutline(url, force)
  const plain = { window: 'phone', scheme: 'light', wholePage: true, script: true } as const
  return [
    ...shots,
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
