import {
  type ListKind,
  listKinds,
  type Member,
  type Part,
  type PartChange,
  type PartKind,
  type Parts,
  type TeamPage,
} from '../../shared/team/teamPage.ts'

/** What a form says of a part: everything but what the service keeps itself. */
export type Said<Kind extends PartKind> = Omit<Parts[Kind], keyof Part | 'photo'>

/** What became of an edit; `changed` with no fields when all was so already. */
export type Edited<Kind extends PartKind> =
  | { kind: 'changed'; page: TeamPage; part: Parts[Kind]; fields: string[] }
  | { kind: 'conflict'; now: Parts[Kind] }
  | { kind: 'not-there' }

/** A part of a page; undefined when the page never had it. */
export function partOf<Kind extends PartKind>(page: TeamPage, kind: Kind, id: number): Parts[Kind] | undefined {
  const parts: readonly Part[] = kind === 'about' ? [page.about] : page[kind as ListKind]
  return parts.find((part) => part.id === id) as Parts[Kind] | undefined
}

/** The parts of a kind that are on the page, in its order. */
export function partsOn<Kind extends ListKind>(page: TeamPage, kind: Kind): Parts[Kind][] {
  return (page[kind] as Parts[Kind][]).filter((part) => !part.removed)
}

/**
 * Changes a part, unless somebody else has since it was shown.
 * @param revision the part's, as the person was shown it; an edit of a removed part puts it back
 */
export function editPart<Kind extends PartKind>(
  page: TeamPage,
  kind: Kind,
  id: number,
  revision: number,
  said: Partial<Parts[Kind]>,
): Edited<Kind> {
  const now = partOf(page, kind, id)
  if (!now) return { kind: 'not-there' }
  if (now.revision !== revision) return { kind: 'conflict', now }
  const part = { ...now, removed: false, ...said }
  const fields = differingFields(now, part)
  if (fields.length === 0) return { kind: 'changed', page, part: now, fields }
  part.revision = now.revision + 1
  return { kind: 'changed', page: withPart(page, kind, part), part, fields }
}

/** Adds a part at the end of its list. */
export function addPart<Kind extends ListKind>(
  page: TeamPage,
  kind: Kind,
  id: number,
  said: Said<Kind>,
): Edited<Kind> & { kind: 'changed' } {
  const own = kind === 'members' ? { photo: null } : {}
  const part = { ...said, ...own, id, revision: 1, removed: false } as unknown as Parts[Kind]
  return {
    kind: 'changed',
    page: { ...page, [kind]: [...page[kind], part] },
    part,
    fields: Object.keys(said),
  }
}

/** Moves a part before the one that stands above it on the page; the first stays where it is. */
export function movePartUp(page: TeamPage, kind: ListKind, id: number): TeamPage {
  const on = partsOn(page, kind)
  const above = on[on.findIndex((part) => part.id === id) - 1]
  const moved = on.find((part) => part.id === id)
  if (!above || !moved) return page
  const others = (page[kind] as Part[]).filter((part) => part !== moved)
  others.splice(others.indexOf(above), 0, moved)
  return { ...page, [kind]: others }
}

function withPart<Kind extends PartKind>(page: TeamPage, kind: Kind, part: Parts[Kind]): TeamPage {
  if (kind === 'about') return { ...page, about: part as Parts['about'] }
  const parts = page[kind as ListKind] as Part[]
  return { ...page, [kind]: parts.map((one) => (one.id === part.id ? part : one)) }
}

const kept: readonly string[] = ['id', 'revision'] satisfies (keyof Part)[]

/** Names of what two states of a part say differently; each kind of contact is one. */
export function differingFields(before: object, after: object): string[] {
  const [one, other] = [fieldTexts(before), fieldTexts(after)]
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (name) => (one.get(name) ?? '') !== (other.get(name) ?? ''),
  )
}

function fieldTexts(part: object): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [name, value] of Object.entries(part)) {
    if (kept.includes(name)) continue
    if (name === 'contacts')
      for (const [kind, text] of Object.entries(value)) texts.set(`contact-${kind}`, String(text))
    else texts.set(name, typeof value === 'string' ? value : value === null ? '' : stable(value))
  }
  return texts
}

/** A value as text, whatever order the database gives its keys in. */
function stable(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What is other in one page than in an earlier one, as far as residents see it. */
export function changesBetween(before: TeamPage, after: TeamPage): PartChange[] {
  const about = differingFields(before.about, after.about)
  const changes: PartChange[] =
    about.length > 0 ? [{ kind: 'about', id: 0, name: '', change: 'changed', fields: about }] : []
  for (const kind of listKinds) {
    const [old, current] = [seenParts(before, kind), seenParts(after, kind)]
    const was = new Map(old.map((part) => [part.id, part]))
    for (const part of current) {
      const earlier = was.get(part.id)
      const fields = earlier ? differingFields(earlier, part) : []
      const named = { kind, id: part.id, name: nameOf(part) }
      if (!earlier) changes.push({ ...named, change: 'added', fields: [] })
      else if (fields.length > 0) changes.push({ ...named, change: 'changed', fields })
    }
    const still = new Set(current.map((part) => part.id))
    for (const part of old)
      if (!still.has(part.id)) changes.push({ kind, id: part.id, name: nameOf(part), change: 'removed', fields: [] })
    const order = (parts: readonly Part[]) => parts.map((part) => part.id).join()
    const [wereBoth, areBoth] = [old.filter((part) => still.has(part.id)), current.filter((part) => was.has(part.id))]
    if (order(wereBoth) !== order(areBoth)) changes.push({ kind, id: 0, name: '', change: 'moved', fields: [] })
  }
  return changes
}

/** The parts of a kind that residents see. */
export function seenParts<Kind extends ListKind>(page: TeamPage, kind: Kind): Parts[Kind][] {
  return partsOn(page, kind).filter((part) => kind !== 'members' || (part as Member).shown)
}

function nameOf(part: Part): string {
  return 'name' in part ? String(part.name) : 'title' in part ? String(part.title) : ''
}

/**
 * An older page as the next draft. Every part's revision moves on, so that a form that was open before is told; parts that came later
 * are kept as removed ones.
 */
export function broughtBack(older: TeamPage, draft: TeamPage): TeamPage {
  const renewed = <Kind extends PartKind>(kind: Kind, part: Parts[Kind]): Parts[Kind] => ({
    ...part,
    revision: Math.max(part.revision, partOf(draft, kind, part.id)?.revision ?? 0) + 1,
  })
  const list = <Kind extends ListKind>(kind: Kind): Parts[Kind][] => {
    const back = (older[kind] as Parts[Kind][]).map((part) => renewed(kind, part))
    const later = (draft[kind] as Parts[Kind][]).filter((part) => !back.some((one) => one.id === part.id))
    return [...back, ...later.map((part) => ({ ...renewed(kind, part), removed: true }))]
  }
  return {
    about: renewed('about', older.about),
    members: list('members'),
    stations: list('stations'),
    links: list('links'),
  }
}
