/** What every part of a team's page carries. */
export interface Part {
  /** Given once and never again; 0 for what there is only one of. */
  id: number
  /** Counts this part's changes, so that a form knows whether somebody else has changed it since. */
  revision: number
  /** Taken off the page; kept so that it can be put back. */
  removed: boolean
}

/** Ways to reach somebody, by their kind: telephone, email … */
export type Contacts = Record<string, string>

export interface Photo {
  sha256: string
  /** What the picture shows, for those who do not see it. */
  alt: string
}

/** What the page says of the neighbourhood as a whole, and how to reach the team. Blank lines part paragraphs. */
export interface About extends Part {
  description: string
  contacts: Contacts
}

export interface Member extends Part {
  name: string
  rank: string
  role: string
  hours: string
  biography: string
  contacts: Contacts
  /** Whether residents see them. */
  shown: boolean
  photo: Photo | null
}

export interface Station extends Part {
  name: string
  kind: string
  address: string
  postcode: string
  /** Degrees, EPSG:4326; null when it is not known where it stands. */
  place: { longitude: number; latitude: number } | null
  telephone: string
  openingHours: string
  description: string
}

export interface Link extends Part {
  url: string
  title: string
  description: string
}

/** Everything that a team says on its page: a draft, or a version as it was published. '' is what is not said. */
export interface TeamPage {
  about: About
  members: Member[]
  stations: Station[]
  links: Link[]
}

/** The parts of a page by their kind, as addresses name it. */
export interface Parts {
  about: About
  members: Member
  stations: Station
  links: Link
}
export type PartKind = keyof Parts
/** Kinds of which there may be several. */
export const listKinds = ['members', 'stations', 'links'] as const
export type ListKind = (typeof listKinds)[number]

/** A part that is other in one page than in another, and how. */
export interface PartChange {
  kind: PartKind
  id: number
  /** Its name, as it stands or last stood. */
  name: string
  change: 'added' | 'removed' | 'changed' | 'moved'
  /** Names of what differs, for `changed`. */
  fields: string[]
}
