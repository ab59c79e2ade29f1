/** Invented incidents, laid on map points, as rows of the published street file. */
import { ANTI_SOCIAL_BEHAVIOUR, CATEGORIES } from './calibration.ts'
import { csvField } from './csv.ts'
import type { Field } from './field.ts'
import { drawOutcome } from './outcomes.ts'
import { pickCumulative, type Random } from './random.ts'
import type { Rhythm } from './rhythm.ts'

export const STREET_HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context\r\n'

/** Rows in each piece of text: small enough that neither memory nor the event loop notices one. */
const ROWS_A_PIECE = 2_000

/** The fields of a row from longitude to LSOA name, for every point. */
export function placeFields(field: Field): string[] {
  return field.points.map((point) => {
    const lsoa = field.lsoas[point.lsoa]
    const location = csvField(`On or near ${point.name}`)
    return `${point.longitude.toFixed(6)},${point.latitude.toFixed(6)},${location},${lsoa?.code},${lsoa?.name}`
  })
}

/** The incidents of one month: where each fell (-1 for no place) and its category, in the order of their LSOAs, those without a place last. */
export interface MonthDraw {
  readonly point: Int32Array
  readonly category: Uint8Array
  readonly byCategory: Record<string, number>
  /** Those that have a place. */
  readonly byNeighbourhood: number[]
  readonly withoutLocation: number
}

export function drawMonth(field: Field, rhythm: Rhythm, index: number, random: Random): MonthDraw {
  const counts: Uint32Array[] = []
  let total = 0
  for (let neighbourhood = 0; neighbourhood < field.first.length - 1; neighbourhood++) {
    const empty = field.first[neighbourhood] === field.first[neighbourhood + 1]
    const row = Uint32Array.from(CATEGORIES, (figures, category) =>
      empty ? 0 : random.overdispersedCount(rhythm.mean(neighbourhood, category, index), figures.monthlyDispersion),
    )
    counts.push(row)
    total += row.reduce((sum, count) => sum + count, 0)
  }
  const point = new Int32Array(total)
  const category = new Uint8Array(total)
  const order = new Uint32Array(field.lsoas.length + 2)
  const byCategory = Object.fromEntries(CATEGORIES.map(({ name }) => [name, 0]))
  const byNeighbourhood: number[] = []
  let [next, withoutLocation] = [0, 0]
  for (const [neighbourhood, row] of counts.entries()) {
    const start = field.first[neighbourhood] as number
    const last = (field.first[neighbourhood + 1] as number) - 1
    const before = next - withoutLocation
    for (const [kind, count] of row.entries()) {
      const figures = CATEGORIES[kind] as (typeof CATEGORIES)[number]
      const running = field.cumulative[kind] as Float32Array
      const whole = running[last] as number
      byCategory[figures.name] = (byCategory[figures.name] ?? 0) + count
      for (let incident = 0; incident < count; incident++) {
        const place = pickCumulative(running, start, last, random.next() * whole)
        const nowhere = random.next() < figures.noLocation
        point[next] = nowhere ? -1 : place
        category[next] = kind
        next++
        if (nowhere) withoutLocation++
        const bucket = lsoaOf(field, nowhere ? -1 : place) + 1
        order[bucket] = (order[bucket] as number) + 1
      }
    }
    byNeighbourhood.push(next - withoutLocation - before)
  }
  return { ...sortByLsoa(field, point, category, order), byCategory, byNeighbourhood, withoutLocation }
}

const lsoaOf = (field: Field, point: number): number => field.points[point]?.lsoa ?? field.lsoas.length

/** Counting sort: `order` holds at i + 1 how many fall in LSOA i. */
function sortByLsoa(field: Field, point: Int32Array, category: Uint8Array, order: Uint32Array) {
  for (let lsoa = 1; lsoa < order.length; lsoa++) order[lsoa] = (order[lsoa] as number) + (order[lsoa - 1] as number)
  const sorted = { point: new Int32Array(point.length), category: new Uint8Array(point.length) }
  for (let row = 0; row < point.length; row++) {
    const lsoa = lsoaOf(field, point[row] as number)
    const to = order[lsoa] as number
    order[lsoa] = to + 1
    sorted.point[to] = point[row] as number
    sorted.category[to] = category[row] as number
  }
  return sorted
}

/** One month's street file of one force, header included, in pieces. `age` is 0 for the newest month. */
export function* streetFile(
  field: Field,
  places: readonly string[],
  draw: MonthDraw,
  month: string,
  age: number,
  random: Random,
): Generator<string> {
  const name = csvField(field.force.name)
  const common = `,${month},${name},${name},`
  let piece = STREET_HEADER
  for (let row = 0; row < draw.point.length; row++) {
    const category = draw.category[row] as number
    const figures = CATEGORIES[category] as (typeof CATEGORIES)[number]
    const hasId = figures.name !== ANTI_SOCIAL_BEHAVIOUR
    const place = places[draw.point[row] as number] ?? ',,No Location,,'
    const outcome = hasId ? drawOutcome(category, age, random) : ''
    piece += `${hasId ? random.crimeId() : ''}${common}${place},${figures.name},${outcome},\r\n`
    if (row % ROWS_A_PIECE === ROWS_A_PIECE - 1) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
