import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A TypeScript file running in a process of its own. */
export interface Script {
  child: ChildProcess
  output(): string
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

/** Runs a script of the project, by its path from the root. */
export function runScript(path: string, arguments_: string[], environment: Record<string, string> = {}): Script {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', 'tsx', path, ...arguments_],
    { cwd: root, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
  return {
    child,
    output: () => printed,
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve(signal ?? code))),
  }
}
