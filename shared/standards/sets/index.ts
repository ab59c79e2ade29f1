import { guarantee } from './guarantee.ts'
import { measuredHere } from './measuredHere.ts'
import { pledge } from './pledge.ts'

export type { StandardSet } from './set.ts'

/** The sets that a force or a neighbourhood may start from. */
export const standardSets = [guarantee, pledge, measuredHere] as const
