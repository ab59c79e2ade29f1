import type { AuditRow } from '../../client/pages/manage/AuditPage.tsx'
import type { PartKind } from '../../shared/team/teamPage.ts'
import type { ListedAuditEntry } from './auditQueries.ts'
import { type NamedThing, removedAccount } from './auditSubjects.ts'
import { auditSentence, auditWords, fieldWords, isAuditAction } from './auditWords.ts'

/** Entries with what each was done to, as lines of a page. */
export function auditRows(
  entries: readonly ListedAuditEntry[],
  subjects: readonly NamedThing[],
  withForce: boolean,
): AuditRow[] {
  return entries.map((entry, index) => {
    const { before, hasWhat, after } = auditSentence(entry.action, entry)
    return {
      id: entry.id,
      happenedAt: entry.happenedAt,
      who: whoDid(entry),
      before,
      what: hasWhat ? (subjects[index] ?? null) : null,
      after,
      fields: fieldWords(entry.action, entry.fields, partOf(entry.subject)),
      where: whereOf(entry, withForce),
    }
  })
}

/** A person, a machine's token, or neither: then it was the command line for people and tokens, and a job for the rest. */
function whoDid({ personId, person, tokenId, token, action }: ListedAuditEntry): string {
  if (tokenId !== null) return `token ${tokenId} (${token ?? 'since removed'})`
  if (personId !== null) return person ?? removedAccount
  const kind = isAuditAction(action) ? auditWords[action].kind : null
  return kind === 'people' || kind === 'tokens' ? 'whoever runs the service' : 'the service'
}

function whereOf({ forceId, force, neighbourhoodId, neighbourhood }: ListedAuditEntry, withForce: boolean): string {
  if (forceId === null) return 'no force: the service'
  const inForce = force ?? 'a force since removed'
  if (neighbourhoodId === null) return withForce ? inForce : 'the whole force'
  const place = neighbourhood ?? 'a neighbourhood since removed'
  return withForce ? `${place}, ${inForce}` : place
}

/** The part of a team's page that a subject names. */
function partOf(subject: string): PartKind | null {
  if (subject === 'team page') return 'about'
  if (subject.startsWith('team member ')) return 'members'
  if (subject.startsWith('station ')) return 'stations'
  return subject.startsWith('link ') ? 'links' : null
}
