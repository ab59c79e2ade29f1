import { resolve } from 'node:path'
import { importFaults } from '../faults/import.ts'
import { meetingFaults } from '../faults/meeting.ts'

/** Every fault programme by the name that `npm run faults -- NAME` takes. */
const programmes: Record<string, (paths: string[], tell: (line: string) => void) => Promise<void>> = {
  import: importFaults,
  meeting: meetingFaults,
}

const [name = '', ...paths] = process.argv.slice(2)
const programme = programmes[name]
if (!programme) {
  console.error(`Usage: npm run faults -- NAME [PATH…], where NAME is one of: ${Object.keys(programmes).join(', ')}`)
  process.exit(1)
}
try {
  await programme(
    paths.map((path) => resolve(path)),
    (line) => console.log(line),
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
