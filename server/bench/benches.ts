import type { BenchFigure } from './figure.ts'
import { benchImport } from './import.ts'
import { benchMeeting } from './meeting/index.ts'
import { benchRecount } from './recount/index.ts'
import { benchTile } from './tile.ts'

export type { BenchFigure }

/** Every benchmark by the name that `npm run bench -- NAME` takes. */
export const benches: Record<string, () => AsyncIterable<BenchFigure>> = {
  import: benchImport,
  meeting: benchMeeting,
  recount: benchRecount,
  tile: benchTile,
}
