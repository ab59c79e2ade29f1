import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { createApp } from '../../server/app.ts'
import { loadConfig } from '../../server/config.ts'
import { type Context, createContext } from '../../server/context.ts'
import type { Database } from '../../server/database/database.ts'
import { startLive } from '../../server/live/start.ts'
import type { Letter } from '../../server/mail/mailer.ts'

/** The real app on a port of its own, in the test's process. */
export interface TestApp {
  url: string
  context: Context
  /** Letters that were sent, and sign-in links that were made, in order. */
  letters: Letter[]
  links: { email: string; token: string }[]
  close(): Promise<void>
}

/** Assets of a client that need not be built: pages link them, nobody fetches them. */
const unbuilt = { script: '/assets/main.js', styles: ['/assets/main.css'], hallStyles: ['/assets/hall.css'] }

/**
 * Serves a database.
 * @param overrides parts of the context to replace, such as the clock; `assets` of a built client for browser tests
 * @param environment settings; PORT and PUBLIC_URL for what is bound to an address, as passkeys are
 */
export async function startTestApp(
  database: Database,
  overrides: Parameters<typeof createContext>[2] = {},
  environment: Record<string, string> = {},
): Promise<TestApp> {
  const log = pino({ level: 'silent' })
  const letters: Letter[] = []
  const links: TestApp['links'] = []
  const context = await createContext(loadConfig({ PORT: '0', ...environment }), database, {
    log,
    assets: unbuilt,
    mailer: { send: async (letter) => void letters.push(letter) },
    sendLink: async (link) => void links.push(link),
    ...overrides,
  })
  const server = createServer(createApp(context))
  const live = await startLive(context, server)
  await new Promise<void>((resolve) => server.listen(context.config.port, '127.0.0.1', resolve))
  return {
    url: environment['PUBLIC_URL'] ?? `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    context,
    letters,
    links,
    close: async () => {
      await live.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
