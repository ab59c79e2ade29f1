/** Names of the invented place: sea-bed features, fish, winds, tides and boats. None is an address anywhere. */
import type { Setting, Street } from './plan.ts'
import type { Random } from './random.ts'

export interface PlaceName {
  readonly name: string
  readonly nameCy?: string
}

/** Neighbourhoods, named after features of the sea bed: the two banks of the chief town, its six wedges, four country ones. */
export const NEIGHBOURHOOD_NAMES: readonly PlaceName[] = [
  { name: 'Silver Pit', nameCy: 'Pwll Arian' },
  { name: 'Botney Cut', nameCy: 'Toriad Botney' },
  { name: 'Well Bank', nameCy: 'Banc y Ffynnon' },
  { name: 'Outer Well Bank', nameCy: 'Banc y Ffynnon Allanol' },
  { name: "Devil's Hole", nameCy: 'Twll y Diafol' },
  { name: 'Outer Silver Pit', nameCy: 'Pwll Arian Allanol' },
  { name: 'Swallow Hole', nameCy: 'Llyncdwll' },
  { name: "Markham's Hole", nameCy: 'Twll Markham' },
  { name: 'Cleaver Bank', nameCy: 'Banc Cleaver' },
  { name: 'Ling Bank', nameCy: 'Banc yr Honos' },
  { name: 'Tail End', nameCy: 'Pen y Gynffon' },
  { name: 'Skate Hole' },
]

export const TOWN: PlaceName = { name: 'Dogger Haven', nameCy: 'Hafan Dogger' }

/** The coast town of each country neighbourhood, in their order. */
export const COAST_TOWNS: readonly PlaceName[] = [
  { name: 'Cleaver Point', nameCy: 'Trwyn Cleaver' },
  { name: 'Lingmouth' },
  { name: 'Tail Harbour', nameCy: 'Harbwr y Gynffon' },
  { name: 'Skateholme' },
]

export const VILLAGE_NAMES: readonly string[] = [
  'Little Fisher',
  'Great Fisher',
  'Peatgrave',
  'Antlerby',
  'Mammoth Cross',
  'Upper Shoal',
  'Nether Shoal',
  'Kelpstead',
  'Sandwave',
  'Fathom Green',
  'Ebbside',
  'Neapthorpe',
  'Wrackham',
  'Dulseby',
  'Thriftcote',
  'Ternwick Bank',
  'Gannet Cross',
  'Fulmarstead',
  'Harpoon End',
  'Moraine',
  'Old Moraine',
  'Slackwater',
  'Rippleby',
  'Swatchway',
  'Knollby',
  'Eelgrass',
  'Samphire Green',
  'Low Swell',
  'High Swell',
  'Auroch Hill',
  'Shearwater',
  'Skua Cross',
  'Ridge End',
  'Flint Spit',
]

export const RIVER_NAME: PlaceName = { name: 'River Shoal', nameCy: 'Afon Beisfa' }

export const PARK_WORDS: readonly string[] = ['Park', 'Park', 'Common', 'Meadow', 'Park Gardens']

const WORDS =
  `Cod Haddock Ling Plaice Turbot Brill Dab Whiting Herring Sprat Mackerel Skate Gurnard Halibut Sole Hake Pollack Bass
Mullet Wrasse Garfish Coalfish Megrim Sandeel Smelt Pilchard Conger Saithe Redfish Whelk Cockle Mussel Winkle Limpet Oyster Scallop
Razorshell Lobster Prawn Shrimp Starfish Urchin Cuttle Sturgeon Lamprey Dolphin Porpoise Seal Gale Breeze Squall Zephyr Northerly Westerly
Easterly Southerly Tradewind Beaufort Cyclonic Backing Veering Steady Fairweather Seafog Sunrise Landfall Viking Utsire Forties Dogger
Fisher Bight Fastnet Malin Bailey Rockall FitzRoy Fisherman Shoal Shingle Gravel Ripple Sandwave Trough Trench Ridge Knoll Ledge Reef
Spit Deep Swatch Moraine Peat Amber Flint Mammoth Antler Auroch Harpoon Ivory Ebb Flood Neap Springtide Slack Tiderace Eddy Undertow
Swell Surge Wrack Strand Tideway Highwater Lowwater Halftide Foreshore Saltmarsh Mudflat Sandbar Trawl Drifter Smack Coble Yawl Ketch
Lugger Keel Mast Boom Gaff Jib Spinnaker Halyard Anchor Capstan Windlass Bowline Rudder Tiller Compass Sextant Lantern Beacon Buoy
Fathom League Cable Knot Mooring Bollard Hawser Shackle Pulley Ballast Bulwark Bowsprit Topsail Foresail Mainstay Gangway Lookout
Crowsnest Chandler Cooper Netmaker Ropewalk Smokehouse Saltpan Icehouse Lifeboat Pilot Helm Gannet Fulmar Kittiwake Puffin Guillemot
Razorbill Skua Tern Petrel Shearwater Cormorant Eider Scoter Turnstone Dunlin Curlew Kelp Dulse Laver Samphire Eelgrass Thrift Bladder
Marram Sealavender Sundew Driftwood Pebble Pearl Coral Foam Spindrift Sounding Plumbline Lodestar Polestar Equinox Solstice Longshore
Offing Leeward Windward Starboard Larboard Soundings Channel Narrows Haven Fairway Groyne Pier Slipway Boathouse Signal Semaphore`.split(
    /\s+/,
  )

const ENDINGS: Record<
  'main' | 'centre' | 'terrace' | 'suburb' | 'village' | 'country' | 'close' | 'crescent' | 'footway',
  readonly string[]
> = {
  main: ['Road', 'Road', 'Road', 'Way', 'Avenue', 'Street'],
  centre: ['Street', 'Street', 'Street', 'Lane', 'Row', 'Gate', 'Wharf', 'Yard', 'Passage', 'Quay', 'Place', 'Square'],
  terrace: ['Street', 'Street', 'Street', 'Street', 'Road', 'Road', 'Terrace', 'Place', 'Row', 'Avenue', 'Grove'],
  suburb: ['Road', 'Avenue', 'Drive', 'Drive', 'Way', 'Gardens', 'Walk', 'Grove', 'Rise', 'Lane', 'View', 'Green'],
  village: ['Lane', 'Street', 'Road', 'Row', 'Hill', 'Green', 'Walk', 'Croft'],
  country: ['Lane', 'Lane', 'Road', 'Drove', 'Hill'],
  close: ['Close', 'Close', 'Close', 'Court', 'Mews', 'End', 'Garth'],
  footway: ['Walk', 'Path', 'Footpath', 'Way'],
  crescent: ['Crescent', 'Crescent', 'Circle', 'Gardens', 'Bow'],
}
const BEFORE = ['Old', 'New', 'Upper', 'Lower', 'Little', 'Great', 'North', 'South', 'East', 'West', 'Long', 'Far']

function endingsFor(street: Pick<Street, 'level' | 'setting' | 'form'>): readonly string[] {
  if (street.level === 'footway') return ENDINGS.footway
  if (street.form !== 'through') return ENDINGS[street.form]
  if (street.level === 'primary' || street.level === 'secondary')
    return ENDINGS[street.setting === 'centre' ? 'centre' : 'main']
  const settings: Record<Setting, keyof typeof ENDINGS> = {
    centre: 'centre',
    terrace: 'terrace',
    suburb: 'suburb',
    town: 'terrace',
    village: 'village',
    country: 'country',
  }
  return ENDINGS[settings[street.setting]]
}

/** Gives each street a name that no other has. */
export class StreetNamer {
  private readonly taken = new Set<string>()
  private readonly random: Random

  constructor(random: Random) {
    this.random = random
  }

  /** Keeps names that are given otherwise. */
  reserve(name: string): void {
    this.taken.add(name)
  }

  name(street: Pick<Street, 'level' | 'setting' | 'form'>): string {
    const endings = endingsFor(street)
    for (let attempt = 0; ; attempt++) {
      const word = this.random.pick(WORDS)
      const before = attempt > 5 && this.random.chance(0.6) ? `${this.random.pick(BEFORE)} ` : ''
      const name = `${before}${word} ${this.random.pick(endings)}`
      if (this.taken.has(name)) continue
      this.taken.add(name)
      return name
    }
  }

  /** A name such as "Kelp Park". */
  landmark(endings: readonly string[]): string {
    for (;;) {
      const name = `${this.random.pick(WORDS)} ${this.random.pick(endings)}`
      if (this.taken.has(name)) continue
      this.taken.add(name)
      return name
    }
  }
}

/** A street name for a load too large to keep a register of names: the same number always gives the same name. */
export function numberedStreetName(number: number): string {
  const word = WORDS[number % WORDS.length] as string
  const endings = ENDINGS.terrace
  const ending = endings[Math.floor(number / WORDS.length) % endings.length] as string
  const round = Math.floor(number / WORDS.length / endings.length) % (BEFORE.length + 1)
  return round === 0 ? `${word} ${ending}` : `${BEFORE[round - 1]} ${word} ${ending}`
}
