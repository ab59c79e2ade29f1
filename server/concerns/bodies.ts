import type { ConcernBody, ConcernsBody } from '../../shared/api/concerns.ts'
import { type NamedPlace, paragraphs } from '../priorities/bodies.ts'
import type { Concern } from './readConcerns.ts'

/** Shown concerns as pages and twin show them, in the order given. */
export function concernsBodyOf(place: NamedPlace, rows: readonly Concern[], now: Date): ConcernsBody {
  const { force, code, name } = place
  return {
    force: { id: force.id, name: force.name },
    neighbourhood: { id: code, name },
    invented: force.invented,
    asOf: now.toISOString(),
    concerns: rows.map(concernBodyOf),
  }
}

/** What a resident wrote and about where, as every page shows it. */
export function wordsOf({ topic, words, language, point }: Pick<Concern, 'topic' | 'words' | 'language' | 'point'>) {
  return {
    topic,
    words: paragraphs(words ?? ''),
    language,
    near: point && {
      mapPoint: point.id,
      street: point.street,
      longitude: point.longitude,
      latitude: point.latitude,
    },
  }
}

function concernBodyOf(row: Concern): ConcernBody {
  const { priority, takenUpAt } = row
  return {
    id: row.id,
    ...wordsOf(row),
    devices: row.backings,
    shownAt: (row.shownAt ?? row.since).toISOString(),
    merged: row.merged,
    takenUp:
      priority && takenUpAt
        ? { priority: priority.id, issue: priority.issue, at: takenUpAt.toISOString(), closedOn: priority.closedOn }
        : null,
  }
}
