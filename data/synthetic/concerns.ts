/** Invented concerns of the demo's residents, dated back from the day on which they are made. The words are nobody's. */
import { addDays, type Day } from '../../shared/time/london.ts'
import { Random } from './random.ts'

type Topic = 'antisocial' | 'roads' | 'drugs' | 'theft' | 'surroundings' | 'else'

export interface InventedConcern {
  readonly topic: Topic
  readonly words: string
  /** null: the whole neighbourhood. */
  readonly street: string | null
  readonly putForwardOn: Day
  /** null: it still waits for the team. */
  readonly shownOn: Day | null
  /** Devices that back it, the one that put it forward among them. */
  readonly devices: number
  /** The first open priority of the team has taken it up. */
  readonly isTakenUp: boolean
}

/** `*` stands for a street of the neighbourhood. */
const CONCERNS: readonly { topic: Topic; words: string }[] = [
  {
    topic: 'roads',
    words: 'Cars use * to get round the lights in the morning, and go far too fast past the bus stop.',
  },
  {
    topic: 'antisocial',
    words:
      'Shouting and loud music at the end of * on Friday and Saturday nights, often until two.\nThe children cannot sleep.',
  },
  {
    topic: 'surroundings',
    words: 'Three lamps on * have been out since the storm. People take the long way round after dark.',
  },
  { topic: 'theft', words: 'Two bicycles were taken from the racks on * in one week. Could there be a camera?' },
  {
    topic: 'drugs',
    words: 'People meet in cars at the end of * most evenings and leave bags and canisters behind.',
  },
  { topic: 'roads', words: 'The pavement on * is parked full. I cannot get through with the pram.' },
  {
    topic: 'else',
    words: 'Nobody I know has met the new officers. A walk round the shops once a week would help.',
  },
  { topic: 'surroundings', words: 'The playground behind * is full of broken glass every Sunday morning.' },
]

/** What residents of a neighbourhood have put forward by a day. A team that has published next to nothing has let two wait. */
export function inventConcerns(
  place: { name: string; streets: readonly string[]; isSparse: boolean },
  today: Day,
  seed: number,
): InventedConcern[] {
  const random = new Random(seed, `concerns ${place.name}`)
  const chosen = random.shuffle(CONCERNS).slice(0, place.isSparse ? 2 : 5)
  return chosen.map(({ topic, words }, index): InventedConcern => {
    const street = words.includes('*') ? (place.streets[index % Math.max(1, place.streets.length)] ?? null) : null
    const isWaiting = place.isSparse || index === chosen.length - 1
    const putForwardOn = addDays(today, isWaiting ? -random.integer(1, 5) : -random.integer(9, 70))
    return {
      topic,
      words: words.replaceAll('*', street ?? 'the main street'),
      street,
      putForwardOn,
      shownOn: isWaiting ? null : addDays(putForwardOn, 1),
      devices: isWaiting ? 1 : random.integer(2, 38),
      isTakenUp: !isWaiting && index === 0,
    }
  })
}
