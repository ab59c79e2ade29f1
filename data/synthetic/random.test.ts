import { describe, expect, test } from 'vitest'
import { pickCumulative, Random, runningSums } from './random.ts'

const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) }
}
const draws = (count: number, draw: (random: Random) => number) => {
  const random = new Random(42, 'test')
  return moments(Array.from({ length: count }, () => draw(random)))
}

describe('random numbers', () => {
  test('the same seed and label give the same stream, another label another one', () => {
    const stream = (seed: number, label: string) =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.bits()
        )(new Random(seed, label)),
      )
    expect(stream(1, 'a')).toEqual(stream(1, 'a'))
    expect(stream(1, 'a')).not.toEqual(stream(1, 'b'))
    expect(stream(1, 'a')).not.toEqual(stream(2, 'a'))
  })

  test.each([0.3, 4, 40, 900])('Poisson of mean %d has that mean and variance', (mean) => {
    const found = draws(20_000, (random) => random.poisson(mean))
    expect(Math.abs(found.mean / mean - 1)).toBeLessThan(0.04)
    expect(Math.abs(found.variance / mean - 1)).toBeLessThan(0.06)
  })

  test.each([
    [12, 2.5],
    [200, 4],
    [3, 1],
  ])('a count of mean %d and dispersion %d has variance mean × dispersion', (mean, dispersion) => {
    const found = draws(20_000, (random) => random.overdispersedCount(mean, dispersion))
    expect(Math.abs(found.mean / mean - 1)).toBeLessThan(0.04)
    expect(Math.abs(found.variance / (mean * dispersion) - 1)).toBeLessThan(0.08)
  })

  test('normal draws are standard', () => {
    const found = draws(20_000, (random) => random.normal())
    expect(Math.abs(found.mean)).toBeLessThan(0.03)
    expect(Math.abs(found.variance - 1)).toBeLessThan(0.05)
  })

  test('picks from running sums in proportion', () => {
    const sums = runningSums([1, 0, 3])
    const random = new Random(1)
    const counts = [0, 0, 0]
    for (let draw = 0; draw < 4_000; draw++) {
      const picked = pickCumulative(sums, 0, 2, random.next() * 4)
      counts[picked] = (counts[picked] ?? 0) + 1
    }
    expect(counts[1]).toBe(0)
    expect(Math.abs((counts[0] ?? 0) - 1_000)).toBeLessThan(120)
  })
})
