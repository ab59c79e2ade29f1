import type { CategoryFilter } from '../categories.ts'
import { type HexagonResolution, hexagonResolution } from './zoomRules.ts'

/** The lowest count of each of the five steps of colour. */
export type Steps = readonly [number, number, number, number, number]

/**
 * Fixed steps a resolution, so that one colour means one number in every month and place. They were chosen on the figures of
 * Leicestershire in 2022, so that each step holds hexagons there; a hexagon of the next coarser resolution is seven of these.
 */
const allCrime: Record<HexagonResolution, Steps> = {
  5: [1, 100, 400, 1000, 2500],
  6: [1, 40, 150, 400, 1000],
  7: [1, 15, 50, 120, 300],
  8: [1, 5, 15, 40, 100],
}
const oneCategory: Record<HexagonResolution, Steps> = {
  5: [1, 15, 50, 150, 400],
  6: [1, 8, 25, 70, 200],
  7: [1, 4, 10, 25, 60],
  8: [1, 2, 4, 8, 20],
}

/** The steps of hexagons at a zoom below that of points. */
export function hexagonSteps(zoom: number, category: CategoryFilter): Steps {
  return stepsOfResolution(hexagonResolution(zoom), category)
}

/** The steps of a resolution. */
export function stepsOfResolution(resolution: HexagonResolution, category: CategoryFilter): Steps {
  return (category === 'all-crime' ? allCrime : oneCategory)[resolution]
}

/** Each step's lowest and highest count; the last has no highest. */
export function stepRanges(steps: Steps): { low: number; high: number | undefined }[] {
  return steps.map((low, index) => {
    const next = steps[index + 1]
    return { low, high: next === undefined ? undefined : next - 1 }
  })
}
