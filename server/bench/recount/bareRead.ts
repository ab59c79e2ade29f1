import { readFileSync } from 'node:fs'

// What any count has to do at least, started as ours is: read the file, take its lines apart into numbers, and add something up.
const [file = ''] = process.argv.slice(2)
const totals = new Map<number, number>()
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const numbers = line.split(/[^\d.]+/).map(Number)
  for (const number of numbers) totals.set(number, (totals.get(number) ?? 0) + 1)
}
process.stdout.write(`${totals.size}\n`)
