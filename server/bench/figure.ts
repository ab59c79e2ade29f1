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

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  if (low === undefined || high === undefined) throw new Error('No values to take the middle of')
  return (low + high) / 2
}
