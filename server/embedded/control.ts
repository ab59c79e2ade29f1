import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { isSameSecret } from '../accounts/secrets.ts'

/**
 * How a command reaches the process that has the embedded database open: HTTP on the loopback interface, on a port and
 * under a secret that stand in DATA_DIR/control.json, which only the folder's owner can read. An answer is JSON lines:
 * any number of events, then the result or the error.
 */
const fileName = 'control.json'
const controlFile = z.object({
  port: z.number().int().positive(),
  secret: z.string().min(32),
  processId: z.number().int(),
})

/** Work that can be handed over, by the command's name. It parses its own input, since that comes from another process. */
export type ControlHandlers = Record<string, (input: unknown, tools: ControlTools) => Promise<unknown>>

export interface ControlTools {
  /** Ends when the command that asked goes away. */
  signal: AbortSignal
  /** Sends an event to the command that asked. */
  tell(event: unknown): void
}

export interface ControlChannel {
  close(): Promise<void>
}

type Line = { event: unknown } | { result: unknown } | { error: string }

/** Opens the channel. Call it only while holding the folder's lock. */
export async function startControlChannel(options: {
  dataDirectory: string
  handlers: ControlHandlers
}): Promise<ControlChannel> {
  const secret = randomBytes(32).toString('base64url')
  const server = createServer((incoming, outgoing) => {
    answer(options.handlers, secret, incoming, outgoing).catch((error) => outgoing.destroy(error))
  })
  server.requestTimeout = 0 // an import takes as long as it takes
  await listenOnLoopback(server)
  const path = join(options.dataDirectory, fileName)
  const { port } = server.address() as AddressInfo
  rmSync(path, { force: true }) // one left by a killed process may have other rights
  writeFileSync(path, JSON.stringify({ port, secret, processId: process.pid }), { mode: 0o600 })
  return {
    close: () => {
      rmSync(path, { force: true })
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

/** What the process that has the folder says of work that failed there: a sentence. */
export class HandedOverWorkError extends Error {
  override name = 'HandedOverWorkError'
}

/** The process that has the folder could not be asked. */
export class NobodyToAskError extends Error {
  override name = 'NobodyToAskError'
}

/**
 * Hands a command to the process that has the folder's database open, and waits for its result.
 * @param signal ends the work there too
 * @returns what the handler returned
 * @throws NobodyToAskError when nothing answers, HandedOverWorkError when the work failed, the signal's reason when it was ended
 */
export async function handOver(
  dataDirectory: string,
  command: string,
  input: unknown,
  onEvent: (event: unknown) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  const control = await readControlFile(dataDirectory)
  try {
    const response = await ask(control, command, input, signal)
    for await (const text of linesOf(response)) {
      const line = JSON.parse(text) as Line
      if ('event' in line) onEvent(line.event)
      else if ('result' in line) return line.result
      else throw new HandedOverWorkError(line.error)
    }
  } catch (error) {
    // However the connection broke: whoever asked had ended it.
    signal?.throwIfAborted()
    throw error
  }
  throw new NobodyToAskError(wentAway)
}

const wentAway =
  'The running server went away before the work was done. What was complete is kept; give the same command again to go on from there.'

/** @throws NobodyToAskError when the answer breaks off */
async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  let held = ''
  try {
    for await (const text of response.setEncoding('utf8')) {
      const lines = (held + text).split('\n')
      held = lines.pop() ?? ''
      yield* lines
    }
  } catch (cause) {
    throw new NobodyToAskError(wentAway, { cause })
  }
}

async function answer(
  handlers: ControlHandlers,
  secret: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  if (!isSameSecret(incoming.headers.authorization ?? '', `Bearer ${secret}`)) return void outgoing.writeHead(401).end()
  const handler = handlers[(incoming.url ?? '').slice(1)]
  if (incoming.method !== 'POST' || !handler) return void outgoing.writeHead(404).end()
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort(new Error('The command that asked has ended')))
  const write = (line: Line) => outgoing.write(`${JSON.stringify(line)}\n`)
  const input = JSON.parse(await textOf(incoming)) as unknown
  outgoing.writeHead(200, { 'Content-Type': 'application/x-ndjson' })
  try {
    const result = await handler(input, { signal: gone.signal, tell: (event) => write({ event }) })
    write({ result: result ?? null }) // JSON has no undefined
  } catch (error) {
    write({ error: error instanceof Error ? error.message : String(error) })
  }
  outgoing.end()
}

async function readControlFile(dataDirectory: string): Promise<z.infer<typeof controlFile>> {
  try {
    return controlFile.parse(JSON.parse(await readFile(join(dataDirectory, fileName), 'utf8')))
  } catch (cause) {
    throw new NobodyToAskError(`The process that is using ${dataDirectory} does not take commands.`, { cause })
  }
}

function ask(
  control: z.infer<typeof controlFile>,
  command: string,
  input: unknown,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request({
      host: '127.0.0.1',
      port: control.port,
      path: `/${command}`,
      method: 'POST',
      headers: { authorization: `Bearer ${control.secret}`, 'content-type': 'application/json' },
      ...(signal ? { signal } : {}),
    })
    outgoing.on('response', (response) => {
      if (response.statusCode === 200) resolve(response)
      else reject(new NobodyToAskError('The process that is using the folder did not take the command.'))
    })
    outgoing.on('error', (cause) => reject(new NobodyToAskError('The running server does not answer.', { cause })))
    outgoing.end(JSON.stringify(input))
  })
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function listenOnLoopback(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
}
