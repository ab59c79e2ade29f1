import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'

/** What a process can be asked, each by its name. */
export type Answers = Record<string, (given: never) => unknown>

interface Question {
  number: number
  name: string
  given: unknown
}

type Reply = { number: number; value: unknown } | { number: number; failure: string }

/** A process of the benchmark's own that can be asked things. */
export interface Child<Asked extends Answers> {
  process: ChildProcess
  ask<Name extends keyof Asked & string>(
    name: Name,
    ...given: Parameters<Asked[Name]>
  ): Promise<Awaited<ReturnType<Asked[Name]>>>
  /** Ends it and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<void>
}

/**
 * Starts a file of this folder as a process of its own; it is asked what it gives to `answer`.
 * @param environment is added to this process's own
 */
export function startChild<Asked extends Answers>(
  file: string,
  environment: Record<string, string> = {},
): Child<Asked> {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--expose-gc',
      ...(process.env['BENCH_NODE_OPTIONS']?.split(' ') ?? []),
      '--import',
      'tsx',
    ],
    env: { ...process.env, ...environment },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let count = 0
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.on('message', (reply: Reply) => {
    const asker = waiting.get(reply.number)
    waiting.delete(reply.number)
    if ('failure' in reply) asker?.reject(new Error(reply.failure))
    else asker?.resolve(reply.value)
  })
  child.once('exit', (code, signal) => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${signal ?? code}`))
    waiting.clear()
  })
  return {
    process: child,
    ask: (name, ...given) =>
      new Promise((resolve, reject) => {
        count += 1
        waiting.set(count, { resolve: resolve as (value: unknown) => void, reject })
        child.send({ number: count, name, given: given[0] } satisfies Question, (error) => error && reject(error))
      }),
    end: (signal = 'SIGKILL') => {
      child.kill(signal)
      return ended
    },
  }
}

/** In a child: answers what its parent asks, and ends with it. */
export function answer(answers: Answers): void {
  process.on('message', async ({ number, name, given }: Question) => {
    let reply: Reply
    try {
      reply = { number, value: await answers[name]?.(given as never) }
    } catch (error) {
      reply = { number, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
    process.send?.(reply)
  })
  for (const end of ['disconnect', 'SIGTERM'] as const) process.on(end, () => process.exit())
}

/** Memory and time that a process has taken, for `answer`. */
export const usage = {
  /** Bytes after collecting what is not needed. */
  memory: async (): Promise<{ resident: number; heap: number }> => {
    for (let round = 0; round < 4; round += 1) {
      globalThis.gc?.()
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
    const { rss, heapUsed, external } = process.memoryUsage()
    return { resident: rss, heap: heapUsed + external }
  },
  /** Milliseconds of a core. */
  work: async (): Promise<number> => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
}
