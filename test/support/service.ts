import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The service running in a process of its own, as `npm start` runs it. */
export interface ServiceProcess {
  url: string
  process: ChildProcess
  /** Everything it printed so far. */
  output(): string
  /** Its exit code, once it has ended; null when it was killed. */
  ended: Promise<number | null>
  /** Sends a signal and waits for the end; gives the exit code (null when killed). */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

/**
 * Starts the service with the given environment on a free port and waits until it is ready.
 * @throws with what it printed when it ends before that
 */
export async function startServiceProcess(environment: Record<string, string>): Promise<ServiceProcess> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'server/main.ts'],
    {
      cwd: root,
      env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let printed = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        const ready = /ready: (http:\/\/\S+)/.exec(printed)
        if (ready?.[1]) resolve(ready[1])
      })
    }
    ended.then((code) => reject(new Error(`The service ended with ${code} before it was ready:\n${printed}`)))
  })
  return {
    url,
    process: child,
    output: () => printed,
    ended,
    end: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}
