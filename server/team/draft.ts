import type { PartKind, TeamPage } from '../../shared/team/teamPage.ts'
import { recordAudit } from '../accounts/audit.ts'
import type { AuditAction } from '../accounts/auditWords.ts'
import type { Person, Place } from '../accounts/rules.ts'
import type { Context } from '../context.ts'
import { changePages } from '../database/changePages.ts'
import type { Handle } from '../database/database.ts'
import { publicRows } from './publicRows.ts'
import { type Draft, holdDraft, writeDraft, writePublicRows } from './queries.ts'
import { changesBetween } from './rules.ts'
import { addVersion, pageNow } from './versionQueries.ts'

/** Whoever changes a page, and which. */
export interface Editor {
  person: Person
  place: Place
  neighbourhood: { id: number }
}

/** A decision on a held draft: the page as it is to be and what the audit log says of it, or something else that changes nothing. */
export type Decision<Otherwise> =
  | {
      kind: 'changed'
      action: Exclude<Extract<AuditAction, `team.${string}`>, 'team.publish'>
      page: TeamPage
      subject: string
      fields: readonly string[]
    }
  | Otherwise

/** The audit log's name of a part. */
export function subjectOf(kind: PartKind, id: number): string {
  const names = { about: 'team page', members: 'team member', stations: 'station', links: 'link' }
  return kind === 'about' ? names.about : `${names[kind]} ${id}`
}

/**
 * Changes a draft in one transaction that keeps others from changing it meanwhile.
 * @param decide uses only the handle that it is given
 */
export async function changeDraft<Otherwise extends { kind: string }>(
  context: Context,
  { person, place, neighbourhood }: Editor,
  decide: (draft: Draft, handle: Handle) => Promise<Decision<Otherwise>> | Decision<Otherwise>,
): Promise<Decision<Otherwise>> {
  return context.database.transaction(async (handle) => {
    const now = context.clock()
    const draft = await holdDraft(handle, neighbourhood.id, person.name, now)
    const decision = await decide(draft, handle)
    if (isChange(decision) && decision.fields.length > 0) {
      await writeDraft(handle, neighbourhood.id, decision.page, person.name, now)
      const { action, subject, fields } = decision
      await recordAudit(handle, person, { ...place, action, subject, fields })
    }
    return decision
  })
}

function isChange(decision: { kind: string }): decision is Decision<never> {
  return decision.kind === 'changed'
}

/**
 * Publishes the draft, as a version and on every public page, in one transaction.
 * @param revision the draft's, as the person saw it; `changed-since` when somebody has changed it since then,
 * `nothing-new` when residents see it all already
 */
export async function publishDraft(
  context: Pick<Context, 'database' | 'clock' | 'forgetPageVersion'>,
  { person, place, neighbourhood }: Editor,
  revision: number,
): Promise<'published' | 'nothing-new' | 'changed-since'> {
  return changePages(context, async (handle) => {
    const now = context.clock()
    const draft = await holdDraft(handle, neighbourhood.id, person.name, now)
    if (draft.revision !== revision) return 'changed-since'
    const before = await pageNow(handle.kysely, neighbourhood.id)
    const changes = changesBetween(before.page, draft.page)
    // A button that is pressed twice, or with nothing changed, is no news for residents.
    if (before.version && changes.length === 0) return 'nothing-new'
    const version = await addVersion(handle, neighbourhood.id, person.name, now)
    await writePublicRows(handle, neighbourhood.id, publicRows(draft.page))
    const fields = changes.flatMap((change) => [change.kind, ...change.fields])
    await recordAudit(handle, person, {
      ...place,
      action: 'team.publish',
      subject: `team page version ${version}`,
      fields: [...new Set(fields)],
    })
    return 'published'
  })
}
