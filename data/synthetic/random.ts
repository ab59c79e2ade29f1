/** Seeded random numbers: the whole of the synthetic data is a pure function of a seed, so nothing here may look at a clock. */

const COUNT_BY_PRODUCTS_BELOW = 12
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** 32-bit FNV-1a of a text, used to give each part of the generator a stream of its own. */
function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** xoshiro128** (Blackman and Vigna 2018), with the distributions the generator needs. */
export class Random {
  private a: number
  private b: number
  private c: number
  private d: number
  private readonly label: string

  constructor(seed: number, label = '') {
    this.label = `${seed}/${label}`
    let state = hashText(this.label) ^ Math.imul(seed | 0, 0x9e3779b1)
    const mix = () => {
      state = (state + 0x9e3779b9) | 0
      let z = state ^ (state >>> 16)
      z = Math.imul(z, 0x21f0aaad)
      z ^= z >>> 15
      z = Math.imul(z, 0x735a2d97)
      return z ^ (z >>> 15)
    }
    this.a = mix()
    this.b = mix()
    this.c = mix()
    this.d = mix() | 1
  }

  /** An independent stream: adding a draw to one part of the generator leaves the other parts as they were. */
  fork(label: string | number): Random {
    return new Random(hashText(this.label), String(label))
  }

  /** 32 random bits, as a signed integer. */
  bits(): number {
    const product = Math.imul(this.b, 5)
    const result = Math.imul((product << 7) | (product >>> 25), 9)
    const shifted = this.b << 9
    this.c ^= this.a
    this.d ^= this.b
    this.b ^= this.c
    this.a ^= this.d
    this.c ^= shifted
    this.d = (this.d << 11) | (this.d >>> 21)
    return result
  }

  /** Uniform on [0, 1). */
  next(): number {
    return (this.bits() >>> 0) / 4294967296
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next()
  }

  /** An integer from low to high, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)]
    if (item === undefined) throw new RangeError('pick: nothing to pick from')
    return item
  }

  shuffle<T>(items: readonly T[]): T[] {
    const copy = [...items]
    for (let index = copy.length - 1; index > 0; index--) {
      const other = this.integer(0, index)
      const held = copy[index] as T
      copy[index] = copy[other] as T
      copy[other] = held
    }
    return copy
  }

  /** Standard normal (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** Log-normal with median 1. */
  logNormal(sigma: number): number {
    return Math.exp(sigma * this.normal())
  }

  /** Gamma with scale 1 (Marsaglia and Tsang 2000, ACM TOMS 26:363). */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * (1 - this.next()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = this.normal()
      const v = (1 + c * x) ** 3
      if (v <= 0) continue
      const u = 1 - this.next()
      if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }

  /** Poisson: by products when the mean is small, else by halving through the gamma distribution (Ahrens and Dieter 1974). */
  poisson(mean: number): number {
    let remaining = mean
    let count = 0
    while (remaining > COUNT_BY_PRODUCTS_BELOW) {
      const order = Math.floor(remaining * 0.875)
      const waited = this.gamma(order)
      if (waited > remaining) return count + this.binomial(order - 1, remaining / waited)
      count += order
      remaining -= waited
    }
    const limit = Math.exp(-remaining)
    let product = this.next()
    while (product > limit) {
      count++
      product *= this.next()
    }
    return count
  }

  /** Binomial, by splitting at the median order statistic until the rest is short enough to count (Relles 1972). */
  binomial(trials: number, probability: number): number {
    let n = trials
    let p = probability
    let count = 0
    while (n > 30) {
      const middle = 1 + Math.floor(n / 2)
      const left = this.gamma(middle)
      const beta = left / (left + this.gamma(n + 1 - middle))
      if (beta <= p) {
        count += middle
        n -= middle
        p = (p - beta) / (1 - beta)
      } else {
        n = middle - 1
        p /= beta
      }
    }
    for (let trial = 0; trial < n; trial++) if (this.next() < p) count++
    return count
  }

  /** A count with variance `dispersion` × mean: negative binomial above 1, Poisson at 1. */
  overdispersedCount(mean: number, dispersion: number): number {
    if (mean <= 0) return 0
    if (dispersion <= 1.0001) return this.poisson(mean)
    const scale = dispersion - 1
    return this.poisson(this.gamma(mean / scale) * scale)
  }

  /** 64 lower-case hexadecimal digits, the shape of a published Crime ID. */
  crimeId(): string {
    let text = ''
    for (let word = 0; word < 8; word++) {
      const bits = this.bits()
      text += (HEX[bits & 255] as string) + (HEX[(bits >>> 8) & 255] as string)
      text += (HEX[(bits >>> 16) & 255] as string) + (HEX[bits >>> 24] as string)
    }
    return text
  }
}

/** The index into a cumulative table that a uniform draw falls on. */
export function pickCumulative(cumulative: ArrayLike<number>, first: number, last: number, target: number): number {
  let low = first
  let high = last
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cumulative[middle] as number) > target) high = middle
    else low = middle + 1
  }
  return low
}

/** Running sums of a list. */
export function runningSums(values: readonly number[]): Float64Array {
  const sums = new Float64Array(values.length)
  let sum = 0
  for (const [index, value] of values.entries()) {
    sum += value
    sums[index] = sum
  }
  return sums
}
