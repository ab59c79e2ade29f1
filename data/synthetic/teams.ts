/** Invented neighbourhood teams. The people are nobody; addresses end in .example and numbers come from Ofcom's ranges for drama. */
import type { Neighbourhood } from './plan.ts'
import type { IslandPoint } from './points.ts'
import { type Postcode, wardCode } from './postcodes.ts'
import { Random } from './random.ts'

const FORCE_TELEPHONE = '101'
const FIRST =
  `Wren Rowan Idris Maren Tamsin Ellis Morgan Priya Callum Nia Owen Farah Bryn Imogen Kofi Greta Hamza Lowri Stellan Ada Dylan Anwen
Tomas Leila Gethin Mairi Joss Sanna Iolo Petra Rhian Amir Carys Edda Huw Noor Elin Magnus Seren Yusuf`.split(/\s+/)
const LAST =
  `Haldane Marsh Keelson Tideswell Fairlead Sandholm Merrow Rigby-Shaw Lanyard Stroud-Hale Whitmore Skerry Halloway Easterling Garrick Pell
Ostler Danforth Rennick Farrow Holmgard Lindqvist Trewin Amble Cresswell Vane Thorley Dunmere Fenby Larkham Brandreth Coble Selwick Norhaven`.split(
    /\s+/,
  )

const CHARACTER: readonly string[] = [
  'The old town: the harbour, the market, the theatre and most of the island’s pubs. Many more people are here by day and late at night than live here.',
  'The quays, the railway station and the streets behind them, with ferries, markets and a growing number of flats.',
  'Terraces and later estates west of the harbour, down to the beach.',
  'Homes on the north-west side of Dogger Haven, with the boulevard shops at their middle.',
  'Between the river and the western road: parks, terraces and three schools.',
  'The south-east of Dogger Haven, from the quays to the bypass.',
  'Homes and works on either side of the railway.',
  'The east bank of the river, from the ring road out to the fields.',
  'The west of the island: Cleaver Point and the villages inland.',
  'The north-west coast: Lingmouth, and the farms along the Ridge Way.',
  'The north-east: Tail Harbour, the railway villages and the far point.',
  'The south-east coast: Skateholme and the villages along the eastern road.',
]
const HOURS: readonly string[] = [
  'Monday to Friday, 09:00 to 17:00',
  'Tuesday and Thursday, 10:00 to 14:00',
  'Every day, 08:00 to 22:00',
]
/** One team has published next to nothing, as some do: pages must say so rather than look broken. */
const SPARSE_TEAM = 6

interface Person {
  readonly name: string
  readonly rank: string
  readonly bio: string | null
  readonly contact_details: Record<string, string>
}

/** Numbers that no one has: 01632 960000 to 960999. */
const telephone = (number: number) => `01632 960${String(number).padStart(3, '0')}`

/** The teams file: the force, and for each neighbourhood whom to reach, where, and who they are. */
export function makeTeams(
  neighbourhoods: readonly Neighbourhood[],
  points: readonly IslandPoint[],
  postcodes: readonly Postcode[],
  seed: number,
): object {
  const random = new Random(seed, 'teams')
  const names = people(random, 80)
  return {
    format: 'our-patch/teams/1',
    force: {
      id: 'dogger',
      name: 'Dogger Constabulary',
      url: 'https://dogger-constabulary.example/',
      telephone: FORCE_TELEPHONE,
      description:
        'An invented police force on an invented island, so that Our Patch can be tried before a real force’s figures are loaded.',
      invented: true,
      engagement_methods: [],
    },
    neighbourhoods: neighbourhoods.map((neighbourhood, index) => ({
      id: neighbourhood.id,
      name: neighbourhood.name,
      ...(neighbourhood.nameCy ? { name_cy: neighbourhood.nameCy } : {}),
      description: CHARACTER[index] ?? null,
      ...(index === SPARSE_TEAM
        ? { contact_details: {}, links: [], locations: [], people: [person(names, 'PC', null)] }
        : fullTeam(neighbourhood, index, points, postcodes, names, random)),
    })),
  }
}

function fullTeam(
  neighbourhood: Neighbourhood,
  index: number,
  points: readonly IslandPoint[],
  postcodes: readonly Postcode[],
  names: string[],
  random: Random,
) {
  const mailbox = neighbourhood.name.toLowerCase().replaceAll("'", '').replaceAll(' ', '.')
  const officers = index < 2 ? 4 : random.integer(2, 3)
  const people = [
    person(names, 'Sergeant', `Leads the ${neighbourhood.name} team.`),
    ...Array.from({ length: officers }, () => person(names, 'Police Constable', null)),
    ...Array.from({ length: random.integer(1, 3) }, () =>
      person(names, 'Police Community Support Officer', 'On foot or by bicycle most days; stop us and say hello.'),
    ),
  ]
  return {
    contact_details: {
      email: `${mailbox}@dogger-constabulary.example`,
      telephone: FORCE_TELEPHONE,
      mobile: telephone(100 + index),
      web: `https://dogger-constabulary.example/your-area/${neighbourhood.id.toLowerCase()}`,
      address: `${neighbourhood.name} Neighbourhood Team, Dogger Constabulary`,
    },
    links: [
      {
        url: 'https://dogger-constabulary.example/report',
        title: 'Report something that is not an emergency',
        description: null,
      },
      ...(index % 3 === 0
        ? [
            {
              url: 'https://dogger-watch.example/',
              title: 'Dogger Watch',
              description: 'Neighbours who look out for each other, street by street.',
            },
          ]
        : []),
    ],
    locations: station(neighbourhood, index, points, postcodes, random),
    people,
  }
}

/** The neighbourhood's police station, where it has one: the same place as its map point. */
function station(
  neighbourhood: Neighbourhood,
  index: number,
  points: readonly IslandPoint[],
  postcodes: readonly Postcode[],
  random: Random,
) {
  const point = points.find((candidate) => candidate.neighbourhood === index && candidate.name === 'Police Station')
  const street = points.find(
    (candidate) =>
      candidate.neighbourhood === index &&
      candidate.lsoa === point?.lsoa &&
      candidate.name !== '' &&
      candidate.street !== '',
  )
  if (!point || !street) return []
  const away = (postcode: Postcode) =>
    Math.hypot(postcode.latitude - point.latitude, (postcode.longitude - point.longitude) * 0.58)
  const [postcode] = postcodes
    .filter(({ terminated, ward }) => terminated === '' && ward === wardCode(index))
    .sort((a, b) => away(a) - away(b))
  return [
    {
      name: `${neighbourhood.name} Police Station`,
      type: 'station',
      address: `${random.integer(2, 90)} ${street.street}`,
      postcode: postcode?.text ?? null,
      latitude: point.latitude.toFixed(6),
      longitude: point.longitude.toFixed(6),
      telephone: telephone(200 + index),
      description: 'Front counter.',
      opening_hours: HOURS[index < 2 ? 2 : index % 2],
    },
  ]
}

function people(random: Random, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(`${random.pick(FIRST)} ${random.pick(LAST)}`)
  return [...names]
}

function person(names: string[], rank: string, bio: string | null): Person {
  const name = names.pop() ?? 'A. Officer'
  return { name, rank, bio, contact_details: {} }
}
