/** One measured figure beside its peer's, both from the same run. */
export interface BenchFigure {
  name: string
  ours: number
  peer: number
  /** ours / peer */
  ratio: number
  unit: string
  /** How many measurements stand behind each of the two. */
  n: number
}

/** A figure with its ratio. */
export function figure(name: string, ours: number, peer: number, unit: string, n: number): BenchFigure {
  return { name, ours, peer, ratio: ours / peer, unit, n }
}

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new Error('No values to take the middle of')
  return (low + high) / 2
}

/** The number that so great a share of a list does not exceed: 0.99 for the 99th of a hundred. */
export function quantile(values: Iterable<number>, share: number): number {
  const sorted = Float64Array.from(values).sort()
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (found === undefined) throw new Error('No values to take a share of')
  return found
}
