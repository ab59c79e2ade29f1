import { readFileSync } from 'node:fs'

/** How large a run is: of full size unless the environment says otherwise. */
export const size = {
  phones: fromEnvironment('BENCH_PHONES', 15_000),
  changes: fromEnvironment('BENCH_CHANGES', 40),
  meetings: fromEnvironment('BENCH_MEETINGS', 500),
  phonesOfEach: fromEnvironment('BENCH_PHONES_EACH', 30),
  /** How long many meetings are watched. */
  seconds: fromEnvironment('BENCH_SECONDS', 60),
}

/** Processes full of phones: more than one, since each may have only so many files open. */
export const crowdProcesses = 2

/** The parts of the benchmark to run: all, unless BENCH_PARTS names some. */
export function isWanted(part: 'changes' | 'reconnect' | 'many' | 'order'): boolean {
  const parts = process.env['BENCH_PARTS']
  return !parts || parts.split(',').includes(part)
}

/** Files beside the connections of phones: libraries, the database, the terminal. */
const otherFiles = 300

/**
 * Looks whether the machine lets a process have as many connections as are needed. Processes inherit the limit.
 * @throws saying what is needed
 */
export function checkOpenFiles(): void {
  const most = openFiles()
  const each = Math.max(size.phones, Math.ceil((2 * size.phones) / crowdProcesses), size.meetings * size.phonesOfEach)
  const needed = each + otherFiles
  if (most >= needed) return
  throw new Error(
    `A process may have ${most} files open here and ${needed} are needed: a connection is a file. ` +
      `Say "ulimit -n ${needed}" first (as root, or where the hard limit allows it), or run smaller: BENCH_PHONES=${Math.max(0, Math.floor(most - otherFiles))}`,
  )
}

function openFiles(): number {
  try {
    const soft = /^Max open files\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1]
    return soft === 'unlimited' ? Number.POSITIVE_INFINITY : Number(soft)
  } catch {
    return Number.POSITIVE_INFINITY // not Linux: the system says so itself
  }
}

function fromEnvironment(name: string, usual: number): number {
  const given = Number(process.env[name] ?? usual)
  if (!Number.isInteger(given) || given < 1) throw new Error(`${name} is a number, like ${usual}`)
  return given
}
