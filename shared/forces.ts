/** A police force as data.police.uk knows it. */
export interface KnownForce {
  /** The police.uk id, as in addresses. */
  id: string
  /** Its name in today's files. */
  name: string
  /** ONS police force area; undefined for a force without one. */
  areaCode?: string
  /** Other names that files of some years use. */
  otherNames?: string[]
}

/** The 44 forces whose figures data.police.uk publishes by area, and British Transport Police. Area codes: ONS, 2022. */
export const knownForces: readonly KnownForce[] = [
  {
    id: 'avon-and-somerset',
    name: 'Avon and Somerset Constabulary',
    areaCode: 'E23000036',
    otherNames: ['Avon and Somerset Police'],
  },
  { id: 'bedfordshire', name: 'Bedfordshire Police', areaCode: 'E23000026' },
  { id: 'btp', name: 'British Transport Police' },
  { id: 'cambridgeshire', name: 'Cambridgeshire Constabulary', areaCode: 'E23000023' },
  { id: 'cheshire', name: 'Cheshire Constabulary', areaCode: 'E23000006', otherNames: ['Cheshire Police'] },
  { id: 'city-of-london', name: 'City of London Police', areaCode: 'E23000034' },
  { id: 'cleveland', name: 'Cleveland Police', areaCode: 'E23000013' },
  { id: 'cumbria', name: 'Cumbria Constabulary', areaCode: 'E23000002', otherNames: ['Cumbria Police'] },
  { id: 'derbyshire', name: 'Derbyshire Constabulary', areaCode: 'E23000018', otherNames: ['Derbyshire Police'] },
  {
    id: 'devon-and-cornwall',
    name: 'Devon & Cornwall Police',
    areaCode: 'E23000035',
    otherNames: ['Devon and Cornwall Police', 'Devon & Cornwall Constabulary', 'Devon and Cornwall Constabulary'],
  },
  { id: 'dorset', name: 'Dorset Police', areaCode: 'E23000039' },
  { id: 'durham', name: 'Durham Constabulary', areaCode: 'E23000008', otherNames: ['Durham Police'] },
  { id: 'dyfed-powys', name: 'Dyfed-Powys Police', areaCode: 'W15000004', otherNames: ['Dyfed Powys Police'] },
  { id: 'essex', name: 'Essex Police', areaCode: 'E23000028' },
  {
    id: 'gloucestershire',
    name: 'Gloucestershire Constabulary',
    areaCode: 'E23000037',
    otherNames: ['Gloucestershire Police'],
  },
  { id: 'greater-manchester', name: 'Greater Manchester Police', areaCode: 'E23000005' },
  { id: 'gwent', name: 'Gwent Police', areaCode: 'W15000002' },
  {
    id: 'hampshire',
    name: 'Hampshire Constabulary',
    areaCode: 'E23000030',
    otherNames: ['Hampshire and Isle of Wight Constabulary', 'Hampshire & Isle of Wight Constabulary'],
  },
  {
    id: 'hertfordshire',
    name: 'Hertfordshire Constabulary',
    areaCode: 'E23000027',
    otherNames: ['Hertfordshire Police'],
  },
  { id: 'humberside', name: 'Humberside Police', areaCode: 'E23000012' },
  { id: 'kent', name: 'Kent Police', areaCode: 'E23000032' },
  { id: 'lancashire', name: 'Lancashire Constabulary', areaCode: 'E23000003', otherNames: ['Lancashire Police'] },
  {
    id: 'leicestershire',
    name: 'Leicestershire Police',
    areaCode: 'E23000021',
    otherNames: ['Leicestershire Constabulary'],
  },
  { id: 'lincolnshire', name: 'Lincolnshire Police', areaCode: 'E23000020' },
  { id: 'merseyside', name: 'Merseyside Police', areaCode: 'E23000004' },
  {
    id: 'metropolitan',
    name: 'Metropolitan Police Service',
    areaCode: 'E23000001',
    otherNames: ['Metropolitan Police'],
  },
  { id: 'norfolk', name: 'Norfolk Constabulary', areaCode: 'E23000024', otherNames: ['Norfolk Police'] },
  { id: 'north-wales', name: 'North Wales Police', areaCode: 'W15000001' },
  { id: 'north-yorkshire', name: 'North Yorkshire Police', areaCode: 'E23000009' },
  { id: 'northamptonshire', name: 'Northamptonshire Police', areaCode: 'E23000022' },
  { id: 'northern-ireland', name: 'Police Service of Northern Ireland', areaCode: 'NIE_PFN', otherNames: ['PSNI'] },
  { id: 'northumbria', name: 'Northumbria Police', areaCode: 'E23000007' },
  { id: 'nottinghamshire', name: 'Nottinghamshire Police', areaCode: 'E23000019' },
  { id: 'south-wales', name: 'South Wales Police', areaCode: 'W15000003' },
  { id: 'south-yorkshire', name: 'South Yorkshire Police', areaCode: 'E23000011' },
  { id: 'staffordshire', name: 'Staffordshire Police', areaCode: 'E23000015' },
  { id: 'suffolk', name: 'Suffolk Constabulary', areaCode: 'E23000025', otherNames: ['Suffolk Police'] },
  { id: 'surrey', name: 'Surrey Police', areaCode: 'E23000031' },
  { id: 'sussex', name: 'Sussex Police', areaCode: 'E23000033' },
  { id: 'thames-valley', name: 'Thames Valley Police', areaCode: 'E23000029' },
  { id: 'warwickshire', name: 'Warwickshire Police', areaCode: 'E23000017' },
  { id: 'west-mercia', name: 'West Mercia Police', areaCode: 'E23000016', otherNames: ['West Mercia Constabulary'] },
  { id: 'west-midlands', name: 'West Midlands Police', areaCode: 'E23000014' },
  { id: 'west-yorkshire', name: 'West Yorkshire Police', areaCode: 'E23000010' },
  { id: 'wiltshire', name: 'Wiltshire Police', areaCode: 'E23000038', otherNames: ['Wiltshire Constabulary'] },
]

const byName = new Map(
  knownForces.flatMap((force) => [force.name, ...(force.otherNames ?? [])].map((name) => [foldForceName(name), force])),
)
const byId = new Map(knownForces.map((force) => [force.id, force]))
const byAreaCode = new Map(knownForces.flatMap((force) => (force.areaCode ? [[force.areaCode, force] as const] : [])))

/** The force with a police.uk id. */
export function forceWithId(id: string): KnownForce | undefined {
  return byId.get(id)
}

/** The force of an ONS police force area. */
export function forceOfArea(areaCode: string): KnownForce | undefined {
  return byAreaCode.get(areaCode)
}

/**
 * The force that a file means by a name in its `Reported by` column.
 * A name that is not in the list makes a force of its own: its id is the name without Police, Constabulary or Service.
 * @returns undefined for a name from which no id can be made
 */
export function forceNamed(name: string): KnownForce | undefined {
  const known = byName.get(foldForceName(name))
  if (known) return known
  const id = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\b(police|constabulary|service)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return id === '' ? undefined : (byId.get(id) ?? { id, name: name.trim() })
}

function foldForceName(name: string): string {
  return name.trim().toLowerCase().replace(/&/g, 'and').replace(/\s+/g, ' ')
}
