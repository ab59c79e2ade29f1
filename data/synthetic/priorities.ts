/** Invented priorities, actions and dates of the demo's teams, dated from the day on which they are made. The words are nobody's. */
import { addDays, type Day } from '../../shared/time/london.ts'
import { Random } from './random.ts'

/** A neighbourhood of the invented force, as far as its priorities speak of it. */
export interface InventedPlace {
  readonly name: string
  /** Names of its own streets. */
  readonly streets: readonly string[]
  /** Who leads its team; null where the team has published next to nothing. */
  readonly sergeant: string | null
  /** The address of its police station; null where it has none. */
  readonly station: string | null
  readonly byTheHarbour: boolean
}

export interface InventedPriority {
  readonly issue: string
  readonly why: string
  readonly owner: string
  readonly agreedOn: Day
  readonly dueOn: Day | null
  readonly closedOn: Day | null
  readonly outcome: string
  readonly actions: readonly { readonly what: string; readonly plannedFor: Day | null; readonly doneOn: Day | null }[]
}

export interface InventedEvent {
  readonly kind: 'meeting' | 'drop-in' | 'other'
  readonly title: string
  readonly description: string
  readonly place: string
  readonly address: string
  readonly day: Day
  readonly starts: string
  readonly ends: string
}

/** An issue with what is said and done about it. `*` stands for a street of the neighbourhood. */
interface Issue {
  readonly issue: string
  readonly why: string
  readonly done: readonly string[]
  readonly planned: string
  readonly outcome: string
  readonly byTheHarbour?: true
}

const ISSUES: readonly Issue[] = [
  {
    issue: 'Speeding on *',
    why: 'Raised by 14 people at the last meeting. Children cross * on their way to school.',
    done: [
      'Speed checks on two mornings: 212 vehicles, 19 drivers over 30 stopped and spoken to.',
      'Asked the council for a sign that shows drivers their speed.',
    ],
    planned: 'A morning with pupils and a speed gun on *.',
    outcome: 'On the last check three of 180 vehicles were over 30, against 19 of 212 at the start.',
  },
  {
    issue: 'Bikes stolen at the ferry stage',
    why: 'Commuters leave bikes there all day. Eleven were reported stolen between one meeting and the next.',
    done: [
      'Marked 63 bikes over two mornings, and gave out locks.',
      'Patrols on foot at the arrival of the evening boats.',
    ],
    planned: 'Talks with the ferry company about a locked store.',
    outcome:
      'The ferry company has put up a locked store for 80 bikes. Two thefts were reported in the last two months.',
    byTheHarbour: true,
  },
  {
    issue: 'Noise after dark at * and the corner of +',
    why: 'Residents of * wrote in about shouting and loud music on Fridays and Saturdays after 23:00.',
    done: [
      'Visited the four pubs nearby with the licensing officer. All have agreed to close their windows at 22:00.',
      'Officers on foot there on six Friday and Saturday nights.',
    ],
    planned: 'A walk after dark with residents, to see where it is worst.',
    outcome: 'Residents kept a diary for four weeks: one bad night, against seven before. Patrols go on at weekends.',
  },
  {
    issue: 'Cars broken into on + and *',
    why: 'Tools were taken from vans in several nights of the autumn.',
    done: [
      'Leaflets through 240 doors on what not to leave in a van overnight.',
      'Plain-clothes patrols on four nights.',
    ],
    planned: 'Tool marking for tradespeople at the police station.',
    outcome: 'Nothing was reported for nine weeks. Tool marking will be offered again in spring.',
  },
  {
    issue: 'Parking that blocks the pavement on *',
    why: 'People with prams and wheelchairs have to go into the road.',
    done: ['Left notes on 31 cars, and spoke to the drivers who were there.'],
    planned: 'A visit with the council’s parking officers.',
    outcome: 'The council has painted lines at both ends of *, and the pavement is free again.',
  },
  {
    issue: 'Motorbikes across the park behind *',
    why: 'Seen most evenings before dark. Dog walkers have stopped going there.',
    done: [
      'Two riders stopped and warned; one bike without insurance taken away.',
      'Asked the council to narrow the gate at the end of +.',
    ],
    planned: 'Patrols by bicycle on four evenings.',
    outcome: 'The gate has been narrowed. Nobody has reported motorbikes there since.',
  },
  {
    issue: 'Young people with nowhere to go around *',
    why: 'Shops asked for help with groups at their doors; young people said that there is nothing open after school.',
    done: ['Met 20 of them with the youth worker, and asked what they would like.'],
    planned: 'Opening the hall on + on Wednesdays from 16:00 to 20:00.',
    outcome: 'The hall is open on two afternoons a week. Calls from the shops have halved.',
  },
  {
    issue: 'Shoplifting in the shops on *',
    why: 'Five shops asked for one person at the police whom they can ring.',
    done: ['Gave each shop the number of a named officer.', 'Helped three shops to move what is stolen most.'],
    planned: 'A meeting of all the shops on * and +.',
    outcome: 'The shops ring one named officer now, and tell each other. Two people were charged.',
  },
]

const HALLS = ['Community Hall', 'Methodist Hall', 'Primary School', 'Library', 'Village Hall'] as const
/** Meetings come every four weeks: so many before today, and so many after it. */
const PAST_MEETINGS = 3
const COMING_MEETINGS = 4

/** What a neighbourhood's team has published by a day: two or three open priorities, a closed one, and dates before and after. */
export function inventPriorities(place: InventedPlace, today: Day, seed: number) {
  const random = new Random(seed, `priorities ${place.name}`)
  const streets = place.streets.length > 1 ? place.streets : ['the main street', 'the green']
  if (!place.sergeant) return sparse(streets, today)
  const firstMeeting = midweek(addDays(today, random.integer(4, 27)))
  const meetings = Array.from({ length: PAST_MEETINGS + COMING_MEETINGS }, (_, index) =>
    afterChristmas(addDays(firstMeeting, 28 * (index - PAST_MEETINGS))),
  )
  // Agreed at the meeting before last, so that there was time to do something.
  const agreedOn = meetings[PAST_MEETINGS - 2] ?? today
  const issues = random.shuffle(ISSUES.filter((issue) => !issue.byTheHarbour || place.byTheHarbour))
  const named = (text: string, turn: number) =>
    text
      .replaceAll('*', streets[(2 * turn) % streets.length] ?? '')
      .replaceAll('+', streets[(2 * turn + 1) % streets.length] ?? '')
  const open = issues.slice(0, random.integer(2, 3)).map(
    (issue, turn): InventedPriority => ({
      issue: named(issue.issue, turn),
      why: named(issue.why, turn),
      owner: place.sergeant ?? '',
      agreedOn,
      dueOn: meetings[PAST_MEETINGS + 1] ?? null,
      closedOn: null,
      outcome: '',
      actions: [
        ...issue.done.map((what, step) => ({
          what: named(what, turn),
          plannedFor: null,
          doneOn: addDays(today, -20 + 9 * step + random.integer(0, 6)),
        })),
        { what: named(issue.planned, turn), plannedFor: addDays(today, random.integer(5, 24)), doneOn: null },
      ],
    }),
  )
  const [last] = issues.slice(3)
  const closed = last ? [closedPriority(last, (text) => named(text, 3), place.sergeant, meetings, today)] : []
  return { priorities: [...open, ...closed], events: [...eventsOf(place, streets, meetings, today, random)] }
}

function closedPriority(
  issue: Issue,
  named: (text: string) => string,
  owner: string,
  meetings: readonly Day[],
  today: Day,
): InventedPriority {
  const agreedOn = addDays(today, -170)
  return {
    issue: named(issue.issue),
    why: named(issue.why),
    owner,
    agreedOn,
    dueOn: null,
    closedOn: meetings[PAST_MEETINGS - 2] ?? addDays(today, -40),
    outcome: named(issue.outcome),
    actions: issue.done.map((what, step) => ({
      what: named(what),
      plannedFor: null,
      doneOn: addDays(agreedOn, 21 + 30 * step),
    })),
  }
}

/** A team that has published next to nothing: one priority, grown old, and no meeting. Pages must say so rather than look broken. */
function sparse(streets: readonly string[], today: Day) {
  const priority: InventedPriority = {
    issue: `Litter and drinking on ${streets[0]}`,
    why: '',
    owner: '',
    agreedOn: addDays(today, -128),
    dueOn: null,
    closedOn: null,
    outcome: '',
    actions: [],
  }
  return { priorities: [priority], events: [] as InventedEvent[] }
}

function* eventsOf(
  place: InventedPlace,
  streets: readonly string[],
  meetings: readonly Day[],
  today: Day,
  random: Random,
): Generator<InventedEvent> {
  const hall = `${place.name} ${random.pick(HALLS)}`
  const address = `${random.integer(2, 60)} ${streets[0]}`
  for (const day of meetings)
    yield {
      kind: 'meeting',
      title: 'Neighbourhood meeting',
      description:
        'What was done since the last meeting, what you are concerned about, and what we work on next.\nEverybody who lives or works here is welcome. The hall has a ramp and a hearing loop.',
      place: hall,
      address,
      day,
      starts: '19:00',
      ends: '20:30',
    }
  for (const days of [-16, 12, 40])
    yield {
      kind: 'drop-in',
      title: 'Drop-in with your team',
      description: 'Come with anything that is on your mind; no appointment.',
      place: place.station ? `${place.name} Police Station` : `${place.name} Library`,
      address: place.station ?? `${streets[1]}`,
      day: midweek(addDays(today, days)),
      starts: '10:00',
      ends: '12:00',
    }
}

/** The same day when it is a Tuesday to Thursday, else the Tuesday after it. */
function midweek(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday >= 2 && weekday <= 4) return day
  return addDays(day, (9 - weekday) % 7)
}

/** The same day, or two weeks later when hardly anybody would come. */
function afterChristmas(day: Day): Day {
  return /-12-(2[1-9]|3[01])$|-01-0[1-3]$/.test(day) ? addDays(day, 14) : day
}
