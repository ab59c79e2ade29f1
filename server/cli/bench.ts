import { type BenchFigure, benches } from '../bench/benches.ts'

const [name] = process.argv.slice(2)
const bench = name ? benches[name] : undefined
if (!bench) {
  console.error(`Usage: npm run bench -- NAME, where NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exit(1)
}
try {
  for await (const figure of bench()) print(figure)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** One JSON line a figure, numbers to three significant figures. */
function print(figure: BenchFigure): void {
  const rounded = { ...figure, ours: round(figure.ours), peer: round(figure.peer), ratio: round(figure.ratio) }
  console.log(JSON.stringify(rounded))
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}
