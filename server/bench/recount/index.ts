import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BenchFigure, figure, median } from '../figure.ts'
import { writeElections } from './elections.ts'

const rounds = 3
const barMegabytes = 300
const run = promisify(execFile)

/**
 * `npm run recount -- --json` of 80,000 ballots and 12 options by every method, and of a city's budget, as a whole process, beside a process of the
 * same kind that only reads the file and takes its lines apart; by turns. Memory is the peak of the whole process beside the
 * bar of 300 MB.
 */
export async function* benchRecount(): AsyncIterable<BenchFigure> {
  const folder = await mkdtemp(join(tmpdir(), 'our-patch-recount-'))
  try {
    for (const { name, file, method, arguments: rest } of writeElections(folder)) {
      const times = { ours: [] as number[], peer: [] as number[] }
      const peaks: number[] = []
      for (let round = 0; round < rounds; round++) {
        const ours = await measure('server/cli/recount.ts', file, '--method', method, '--json', ...rest)
        const peer = await measure('server/bench/recount/bareRead.ts', file)
        times.ours.push(ours.seconds)
        times.peer.push(peer.seconds)
        peaks.push(ours.peakBytes)
      }
      yield figure(name, median(times.ours), median(times.peer), 's', rounds)
      yield figure(`${name}: peak memory, beside the bar`, Math.max(...peaks) / 1e6, barMegabytes, 'MB', rounds)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measure(program: string, ...rest: string[]): Promise<{ seconds: number; peakBytes: number }> {
  const started = performance.now()
  const flags = [
    '--disable-warning=ExperimentalWarning',
    '--import',
    'tsx',
    '--import',
    './server/bench/recount/peakMemory.js',
  ]
  const { stderr } = await run(process.execPath, [...flags, program, ...rest], { maxBuffer: 1e9 })
  const seconds = (performance.now() - started) / 1000
  return { seconds, peakBytes: Number(/peak (\d+)\s*$/.exec(stderr)?.[1]) }
}
