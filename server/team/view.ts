import type { ListedPart } from '../../client/pages/manage/team/TeamOverviewPage.tsx'
import { type ListKind, listKinds, type PartKind, type Parts, type TeamPage } from '../../shared/team/teamPage.ts'
import type { ManagedNeighbourhood } from '../accounts/queries.ts'
import { urlsOf } from '../neighbourhoods/rules.ts'

/** The address of a neighbourhood's start page under /manage. */
export function homeOf({ forceId, code }: Pick<ManagedNeighbourhood, 'forceId' | 'code'>): string {
  return `/manage${urlsOf(forceId, code, true).page}`
}

/** What a part is called; '' for what has no name. */
export function nameOfPart(part: Parts[PartKind]): string {
  return 'name' in part ? part.name : 'title' in part ? part.title : ''
}

/**
 * The lists of a page as the overview shows them, what was taken off apart.
 * @param warnings what is odd about a station, by its id
 */
export function listsOf(page: TeamPage, warnings: ReadonlyMap<number, string>) {
  return listKinds.map((kind) => {
    const parts: readonly Parts[ListKind][] = page[kind]
    return {
      kind,
      parts: parts
        .filter((part) => !part.removed)
        .map((part) => ({ ...listed(part), warning: kind === 'stations' ? warnings.get(part.id) : undefined })),
      removed: parts.filter((part) => part.removed).map(listed),
    }
  })
}

function listed(part: Parts[ListKind]): ListedPart {
  const shared = { id: part.id, revision: part.revision, name: nameOfPart(part) }
  if ('rank' in part) {
    const notes = [...(part.shown ? [] : ['Not shown']), ...(part.photo ? [] : ['No photo'])]
    return { ...shared, detail: [part.rank, part.role].filter((text) => text !== '').join(', '), notes }
  }
  if ('url' in part) return { ...shared, detail: part.url, notes: [] }
  return { ...shared, detail: part.postcode, notes: part.place ? [] : ['Not on the map'] }
}
