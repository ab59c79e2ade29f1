import type { Standard } from '../standard.ts'

/** A ready set of standards to start from, in our own words. */
export interface StandardSet {
  id: string
  name: string
  /** What it is, whether it is in force, and what is left out. */
  about: string
  /** What was read of it; without an address where we read a copy elsewhere. */
  sources: readonly { title: string; url?: string }[]
  standards: readonly Standard[]
}
