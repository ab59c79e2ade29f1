import { randomBytes } from 'node:crypto'
import { type AddressInfo, createServer } from 'node:net'
import type { BareServer } from './bareServer.ts'
import { type Child, startChild } from './children.ts'
import type { OurServer } from './ourServer.ts'

/** A server under measurement: ours, or the bare one. */
export interface MeasuredServer {
  name: 'ours' | 'bare'
  port: number
  child: Child<OurServer & BareServer>
  /** Kills it as by kill -9, starts it again on the same port, and says when it was killed and when ready (milliseconds of the machine's clock). */
  killAndStart(now: () => number): Promise<{ killedAt: number; readyAt: number }>
}

/** The service on a database, with a secret that it keeps over restarts. */
export function startOurs(databaseUrl: string): Promise<MeasuredServer> {
  return start('ours', 'ourServer.ts', {
    DATABASE_URL: databaseUrl,
    SECRET: randomBytes(32).toString('hex'),
    DEMO: 'off',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
  })
}

export function startBare(): Promise<MeasuredServer> {
  return start('bare', 'bareServer.ts', {})
}

async function start(
  name: MeasuredServer['name'],
  file: string,
  environment: Record<string, string>,
): Promise<MeasuredServer> {
  const port = await freePort()
  const startIt = () => startChild<OurServer & BareServer>(file, { ...environment, PORT: String(port) })
  const server: MeasuredServer = {
    name,
    port,
    child: startIt(),
    killAndStart: async (now) => {
      const killedAt = now()
      await server.child.end('SIGKILL')
      server.child = startIt()
      await server.child.ask('ready')
      return { killedAt, readyAt: now() }
    },
  }
  await server.child.ask('ready')
  return server
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    }),
  )
}
