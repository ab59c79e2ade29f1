import type { BenchFigure } from './figure.ts'
import { benchImport } from './import.ts'
import { benchTile } from './tile.ts'

export type { BenchFigure }

/** Every benchmark by the name that `npm run bench -- NAME` takes. */
export const benches: Record<string, () => AsyncIterable<BenchFigure>> = {
  import: benchImport,
  tile: benchTile,
}
