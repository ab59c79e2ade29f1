import { measureOf } from './measures/index.ts'
import type { Standard } from './standard.ts'

/** What became of a standard from one version to the next. */
export type StandardChange =
  | { kind: 'added'; after: Standard }
  | { kind: 'dropped'; before: Standard }
  | { kind: 'changed'; before: Standard; after: Standard; what: Changed[] }

export type Changed = 'promise' | 'measure' | 'target'

/** What changed between two versions: added and changed ones in the order of the later, then the dropped ones. */
export function changesBetween(before: readonly Standard[], after: readonly Standard[]): StandardChange[] {
  const earlier = new Map(before.map((standard) => [standard.key, standard]))
  const kept = new Set(after.map((standard) => standard.key))
  const now = after.flatMap((standard): StandardChange[] => {
    const old = earlier.get(standard.key)
    if (!old) return [{ kind: 'added', after: standard }]
    const what = changedParts(old, standard)
    return what.length > 0 ? [{ kind: 'changed', before: old, after: standard, what }] : []
  })
  const gone = before.filter((standard) => !kept.has(standard.key))
  return [...now, ...gone.map((standard): StandardChange => ({ kind: 'dropped', before: standard }))]
}

function changedParts(before: Standard, after: Standard): Changed[] {
  const parts: Changed[] = []
  if (before.promise !== after.promise || before.promiseWelsh !== after.promiseWelsh) parts.push('promise')
  if (before.measure !== after.measure) parts.push('measure')
  else if (targetOf(before) !== targetOf(after)) parts.push('target')
  return parts
}

/** The target by its measure's fields only, so that a leftover of an earlier measure is no change. */
function targetOf({ measure, terms }: Standard): string {
  return JSON.stringify(measureOf(measure).fields.map((field) => terms[field.name] ?? field.initial))
}
