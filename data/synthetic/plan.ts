/** What the parts of the invented island are, before anything is written. Metres throughout. */
import type { Ring } from './cut.ts'
import type { Position } from './plane.ts'

export type RoadLevel = 'primary' | 'secondary' | 'lane' | 'residential' | 'footway'

/** What kind of place it is: decides block sizes, street names, buildings and how much is recorded there. */
export type Setting = 'centre' | 'terrace' | 'suburb' | 'town' | 'village' | 'country'

export interface Street {
  readonly path: readonly Position[]
  readonly level: RoadLevel
  readonly setting: Setting
  /** A way through, a road that comes back to where it left, or a dead end. */
  readonly form: 'through' | 'crescent' | 'close'
  name: string
}

export interface Block {
  readonly ring: Ring
  readonly setting: Setting
  readonly use: 'homes' | 'park' | 'recreation' | 'works'
  /** Streets that run inside it, which buildings must leave free. */
  readonly inner: (readonly Position[])[]
}

export interface Lsoa {
  readonly ring: Ring
  readonly setting: Setting
  readonly residents: number
  readonly code: string
  readonly name: string
}

export interface Neighbourhood {
  readonly id: string
  readonly name: string
  readonly nameCy?: string
  readonly ring: Ring
  readonly lsoas: Lsoa[]
}

export interface Settlement {
  readonly name: string
  readonly nameCy?: string
  readonly centre: Position
  readonly kind: 'town' | 'village' | 'suburb'
}
