import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import { SCALES, type Scale, type SynthesisOptions, synthesise } from '../../data/synthetic/index.ts'

const usage = `Usage: npm run synth -- --scale demo|force|national --out DIR [--seed N] [--months N] [--latest YYYY-MM]

Writes an invented force, or a country of them, as the files that npm run import reads.
  demo       Dogger Constabulary: 12 neighbourhoods with streets and teams, about 70,000 crimes
  force      one force of Leicestershire's size, without streets: about 330,000 crimes
  national   44 forces, 4,500 neighbourhoods, 750,000 map points, 18 million crimes: about 4.3 GB
  --seed N          a whole number; the same one always gives the same files
  --months N        how many months, 36 if not said
  --latest YYYY-MM  the newest month, 2026-09 if not said
`
const secondsBetweenLines = 5

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const options = readArguments()
    if (existsSync(options.out) && readdirSync(options.out).length > 0)
      throw new Error(`${options.out} is not empty. Name a folder that is new or empty.`)
    return await write(options)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  }
}

/** @throws Error with a sentence for the person who typed the command, usage included */
function readArguments(): SynthesisOptions & { scale: Scale } {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { scale: text, out: text, seed: text, months: text, latest: text } })
  const scale = SCALES.find((known) => known === values.scale)
  if (!scale || !values.out) throw new Error(usage)
  const latest = values.latest
  if (latest !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(latest))
    throw new Error(`"${latest}" is not a month. Write it like 2026-09.`)
  const seed = wholeNumber('--seed', values.seed, 0, 2 ** 31 - 1)
  const months = wholeNumber('--months', values.months, 1, 240)
  return {
    scale,
    out: resolve(values.out),
    ...(seed === undefined ? {} : { seed }),
    ...(months === undefined ? {} : { months }),
    ...(latest === undefined ? {} : { latest }),
  }
}

function wholeNumber(name: string, value: string | undefined, least: number, most: number): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${value}".`)
  return number
}

async function write(options: SynthesisOptions): Promise<number> {
  const bar = new SingleBar({
    stream: process.stderr,
    format: '  {bar} {percentage} %  {eta_formatted} left  {what}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    hideCursor: true,
    clearOnComplete: true,
    noTTYOutput: true,
    notTTYSchedule: secondsBetweenLines * 1000,
    linewrap: false,
  })
  bar.start(1, 0, { what: '' })
  try {
    const summary = await synthesise({
      ...options,
      onProgress: (done, total, what) => {
        bar.setTotal(total)
        bar.update(Math.min(done, total), { what })
      },
    })
    bar.stop()
    const figures = [
      `${summary.crimes.toLocaleString('en-GB')} crimes in ${summary.months.length} months`,
      `${summary.neighbourhoods.toLocaleString('en-GB')} neighbourhoods`,
      `${summary.points.toLocaleString('en-GB')} map points`,
      `${summary.postcodes.toLocaleString('en-GB')} postcodes`,
    ]
    process.stdout.write(`Written to ${options.out}: ${figures.join(', ')} (seed ${summary.seed}).\n`)
    return 0
  } finally {
    bar.stop()
  }
}
