import { eventLabels } from '../../client/pages/manage/EventForms.tsx'
import { meetingLabels } from '../../client/pages/manage/meetings/MeetingForm.tsx'
import { actionLabels, closeLabels, priorityLabels } from '../../client/pages/manage/PriorityForms.tsx'
import { fieldLabel, partNames } from '../../shared/team/fields.ts'
import { listKinds, type PartKind } from '../../shared/team/teamPage.ts'

/** The kinds of change by which the audit log can be looked through. */
export const auditKinds = {
  people: 'People and what they may do',
  team: 'The team page',
  priorities: 'Priorities and meetings',
  concerns: 'Concerns of residents',
  messages: 'Messages',
  standards: 'Standards',
  tokens: 'Machines’ tokens',
} as const
export type AuditKind = keyof typeof auditKinds

interface ActionWords {
  kind: AuditKind
  /** What was done, in the past tense. `{what}` is the thing that it was done to, `{role}` the role that its place makes. */
  words: string
  /** Words of the fields that an entry may name, as their forms have them; `parts` are those of a team's page. */
  fields?: Readonly<Record<string, string>> | 'parts'
}

/** The words of a form's fields, without the remark that one may be left empty. */
function fieldsOf(labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, label.replace(' (optional)', '')]))
}

const priorityFields = fieldsOf(priorityLabels)
const outcomeFields = fieldsOf(closeLabels)
const actionFields = fieldsOf(actionLabels)
const eventFields = fieldsOf(eventLabels)
const meetingFields = fieldsOf(meetingLabels)
const cancelFields = { cancelled: 'Cancelled or not' }
const standardFields = {
  promise: 'What you promise',
  promiseWelsh: 'The same in Welsh',
  source: 'Where the promise comes from',
  terms: 'The target',
}
const messageFields = {
  acknowledged_at: 'Time of acknowledgement',
  answered_at: 'Time of the answer',
  closed_at: 'Time of closing',
  assigned_to: 'Assigned to',
  neighbourhood_id: 'Neighbourhood',
  recourse_answered_at: 'Time of the supervisor’s reply',
  text: 'Words',
}

/** Everything that the audit log may say was done, and how it is said. */
export const auditWords = {
  'people.invite': { kind: 'people', words: 'Invited {what} to be {role}' },
  'people.accept': { kind: 'people', words: 'Accepted the invitation to be {role}' },
  'people.withdraw': { kind: 'people', words: 'Withdrew the invitation of {what} to be {role}' },
  'people.end': { kind: 'people', words: 'Ended the access of {what} as {role}' },

  'team.add': { kind: 'team', words: 'Added {what} to the draft of the team page', fields: 'parts' },
  'team.edit': { kind: 'team', words: 'Changed {what} in the draft of the team page', fields: 'parts' },
  'team.move': { kind: 'team', words: 'Moved {what} up in the draft of the team page', fields: 'parts' },
  'team.remove': { kind: 'team', words: 'Took {what} off the draft of the team page', fields: 'parts' },
  'team.bringBack': { kind: 'team', words: 'Brought {what} of the team page back into the draft', fields: 'parts' },
  'team.publish': { kind: 'team', words: 'Published {what} of the team page', fields: 'parts' },

  'priority.add': { kind: 'priorities', words: 'Published {what}', fields: priorityFields },
  'priority.change': { kind: 'priorities', words: 'Changed {what}', fields: priorityFields },
  'priority.close': { kind: 'priorities', words: 'Closed {what}', fields: outcomeFields },
  'priority.reopen': { kind: 'priorities', words: 'Opened {what} again', fields: outcomeFields },
  'action.add': { kind: 'priorities', words: 'Published {what}', fields: actionFields },
  'action.change': { kind: 'priorities', words: 'Changed {what}', fields: actionFields },
  'action.remove': { kind: 'priorities', words: 'Took back {what} with the minutes that it came from' },
  'minutes.publish': { kind: 'priorities', words: 'Approved and published {what}' },
  'minutes.withdraw': { kind: 'priorities', words: 'Withdrew {what} to mend them' },
  'event.add': { kind: 'priorities', words: 'Published {what}', fields: eventFields },
  'event.change': { kind: 'priorities', words: 'Changed {what}', fields: eventFields },
  'event.cancel': { kind: 'priorities', words: 'Cancelled {what}', fields: cancelFields },
  'event.restore': { kind: 'priorities', words: 'Took back the cancelling of {what}', fields: cancelFields },

  'meeting.add': { kind: 'priorities', words: 'Published {what} with its agenda', fields: meetingFields },
  'meeting.plan': { kind: 'priorities', words: 'Gave {what} its agenda', fields: meetingFields },
  'meeting.change': { kind: 'priorities', words: 'Changed {what}', fields: meetingFields },
  'meeting.addItem': { kind: 'priorities', words: 'Added an item to the agenda of {what}' },
  'meeting.changeItem': { kind: 'priorities', words: 'Changed an item on the agenda of {what}' },
  'meeting.moveItem': { kind: 'priorities', words: 'Moved an item on the agenda of {what}' },
  'meeting.dropItem': { kind: 'priorities', words: 'Took an item off the agenda of {what}' },
  'meeting.settings': { kind: 'priorities', words: 'Changed how questions and minutes are kept of {what}' },
  'meeting.inviteChair': { kind: 'priorities', words: 'Made a private link to chair {what}' },
  'meeting.endChair': { kind: 'priorities', words: 'Ended a private link to chair {what}' },

  'message.acknowledge': { kind: 'messages', words: 'Acknowledged {what}', fields: messageFields },
  'message.answer': { kind: 'messages', words: 'Answered {what}', fields: messageFields },
  'message.assign': { kind: 'messages', words: 'Assigned {what}', fields: messageFields },
  'message.note': { kind: 'messages', words: 'Wrote a note on {what}', fields: messageFields },
  'message.forward': { kind: 'messages', words: 'Forwarded {what}', fields: messageFields },
  'message.close': { kind: 'messages', words: 'Closed {what}', fields: messageFields },
  'message.recourse': { kind: 'messages', words: 'Replied as supervisor to {what}', fields: messageFields },
  'message.erase': { kind: 'messages', words: 'Closed and erased messages whose time had come: {what}' },

  'standards.start': { kind: 'standards', words: 'Added {what} to the draft of the standards' },
  'concern.show': { kind: 'concerns', words: 'Showed {what}' },
  'concern.refuse': { kind: 'concerns', words: 'Refused {what}, with a reason' },
  'concern.merge': { kind: 'concerns', words: 'Merged {what} into another' },
  'concern.take-up': { kind: 'concerns', words: 'Said by which priority {what} is taken up' },
  'concern.release': { kind: 'concerns', words: 'Took back that {what} is taken up by a priority' },
  'concern.take-off': { kind: 'concerns', words: 'Took {what} off the page, with a reason' },
  'concern.erase': {
    kind: 'concerns',
    words: 'Ended concerns whose time was over, and erased words that were due: {what}',
  },

  'standards.add': { kind: 'standards', words: 'Added {what} to the draft of the standards' },
  'standards.change': {
    kind: 'standards',
    words: 'Changed {what} in the draft of the standards',
    fields: standardFields,
  },
  'standards.remove': { kind: 'standards', words: 'Took {what} off the draft of the standards' },
  'standards.share': { kind: 'standards', words: 'Made a private link to the draft of the standards' },
  'standards.endShare': { kind: 'standards', words: 'Ended a private link to the draft of the standards' },
  'standards.publish': {
    kind: 'standards',
    words: 'Signed and published the standards',
    fields: { name: 'Name of who signs', role: 'Role of who signs' },
  },
  'standards.explain': {
    kind: 'standards',
    words: 'Explained the result of {what}',
    fields: { text: 'In plain words', textWelsh: 'In Welsh' },
  },
  'standards.enter': {
    kind: 'standards',
    words: 'Entered the result of {what}',
    fields: { value: 'The figure', evidence: 'What it rests on', enteredAs: 'Entered by' },
  },

  'token.make': { kind: 'tokens', words: 'Made {what}, with the rights of {role}' },
  'token.revoke': { kind: 'tokens', words: 'Revoked {what}, with the rights of {role}' },
} as const satisfies Record<string, ActionWords>

/** What an entry of the audit log may say was done. */
export type AuditAction = keyof typeof auditWords

/** The actions of a kind of change. */
export function actionsOfKind(kind: AuditKind): AuditAction[] {
  return auditActions.filter((action) => auditWords[action].kind === kind)
}

export const auditActions = Object.keys(auditWords) as AuditAction[]

/** Whether this version of the service knows an action; entries may be older. */
export function isAuditAction(action: string): action is AuditAction {
  return Object.hasOwn(auditWords, action)
}

/** A sentence with the thing that it is about in its middle. Without `what` it is all in `before`. */
export interface AuditSentence {
  before: string
  hasWhat: boolean
  after: string
}

/** What was done, as a sentence. The place of a grant, an invitation or a token says which role it makes. */
export function auditSentence(
  action: string,
  place: { forceId: string | null; neighbourhoodId: number | null },
): AuditSentence {
  if (!isAuditAction(action))
    return { before: 'Did something that this version of the service has no words for', hasWhat: false, after: '' }
  const [before = '', after] = auditWords[action].words.replace('{role}', roleOf(place)).split('{what}')
  return { before, hasWhat: after !== undefined, after: after ?? '' }
}

function roleOf(place: { forceId: string | null; neighbourhoodId: number | null }): string {
  if (place.neighbourhoodId !== null) return 'an officer'
  return place.forceId === null ? 'an administrator' : 'a supervisor'
}

/**
 * The fields of an entry in words.
 * @param part the part of a team's page that was changed; null when a version was, whose fields stand after the kind of their part
 */
export function fieldWords(action: string, fields: readonly string[], part: PartKind | null): string[] {
  let current = part
  const words = fields.map((field) => {
    if (isPartKind(field)) current = field
    return fieldWord(action, field, current) ?? 'Another field'
  })
  return [...new Set(words)]
}

/** Whether a field has words. Only such are kept: what somebody sends in a form of their own making is not. */
export function isAuditField(action: AuditAction, field: string): boolean {
  return fieldWord(action, field, null) !== null
}

function fieldWord(action: string, field: string, part: PartKind | null): string | null {
  const known: ActionWords['fields'] = isAuditAction(action) ? (auditWords[action] as ActionWords).fields : undefined
  if (known === undefined) return null
  if (known === 'parts') return partFieldWord(field, part)
  return Object.hasOwn(known, field) ? (known[field] ?? null) : null
}

function isPartKind(field: string): field is PartKind {
  return Object.hasOwn(partNames, field)
}

function partFieldWord(field: string, part: PartKind | null): string | null {
  if (isPartKind(field)) return partNames[field].many
  if (field === 'order') return 'Order'
  if (field === 'contacts') return 'Contacts'
  if (field === 'draft') return 'The draft as a whole'
  if (field === 'removed') return 'On the page or not'
  for (const kind of part ? [part] : (['about', ...listKinds] as const)) {
    const label = fieldLabel(kind, field)
    if (label !== field) return label
  }
  // Forces name kinds of contact that forms show by that name.
  return field.startsWith('contact-') ? field.slice('contact-'.length) : null
}
