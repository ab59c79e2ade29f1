import { sql } from 'kysely'
import { hashSecretText } from '../accounts/secrets.ts'
import type { Database } from '../database/database.ts'
import type { MessageTextTable } from '../database/tables.ts'
import type { MessageClock } from './rules.ts'

type Reader = Database['kysely']

/** A message as officers and its sender see it, without its texts. */
export interface Message extends MessageClock {
  id: number
  neighbourhoodId: number
  topic: string
  language: 'en' | 'cy'
  email: string | null
  hoursCounted: 'calendar' | 'working'
  recourseWithinHours: number | null
  satisfaction: 1 | 2 | 3 | 4 | 5 | null
  satisfiedAt: Date | null
  revision: number
  /** A question that a meeting left unanswered: which meeting's, and which. Such a message has no address and no private link. */
  meetingId: number | null
  questionId: string | null
}

/** A message with where it is, and what an inbox shows of it. */
export interface ListedMessage extends Message {
  place: { forceId: string; code: string; name: string }
  assignedName: string | null
  question: string | null
}

/** Something that was written about a message. */
export interface MessageText {
  kind: MessageTextTable['kind']
  text: string
  writtenBy: string | null
  writtenAt: Date
}

const columns = sql`m.id, m.neighbourhood_id as "neighbourhoodId", m.topic, m.language, m.email, m.received_at as "receivedAt",
  m.hours_counted as "hoursCounted", m.acknowledge_due_at as "acknowledgeDueAt", m.answer_due_at as "answerDueAt",
  m.acknowledged_at as "acknowledgedAt", m.answered_at as "answeredAt", m.closed_at as "closedAt", m.assigned_to as "assignedTo",
  m.recourse, m.recourse_within_hours as "recourseWithinHours", m.recourse_asked_at as "recourseAskedAt",
  m.recourse_due_at as "recourseDueAt", m.recourse_answered_at as "recourseAnsweredAt", m.satisfaction,
  m.satisfied_at as "satisfiedAt", m.erased_at as "erasedAt", m.revision, m.meeting_id as "meetingId", m.question_id as "questionId"`

/** The message of a private link, unless it is erased. */
export async function messageOfLink(reader: Reader, secret: string): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    select ${columns} from message m where m.link_hash = ${hashSecretText(secret)} and m.erased_at is null`.execute(
    reader,
  )
  return rows[0]
}

/** One message of a neighbourhood. */
export async function messageOf(reader: Reader, neighbourhoodId: number, id: number): Promise<Message | undefined> {
  const { rows } = await sql<Message>`
    select ${columns} from message m where m.id = ${id} and m.neighbourhood_id = ${neighbourhoodId}`.execute(reader)
  return rows[0]
}

/** The neighbourhood that has a message, as its sender's page names it. */
export interface PlaceOfMessage {
  forceId: string
  forceName: string
  code: string
  name: string
  nameWelsh: string | null
  invented: boolean
}

/** Where a message is now. */
export async function placeOfMessage(
  reader: Reader,
  message: Pick<Message, 'neighbourhoodId'>,
): Promise<PlaceOfMessage> {
  return reader
    .selectFrom('neighbourhood')
    .innerJoin('force', 'force.id', 'neighbourhood.force_id')
    .where('neighbourhood.id', '=', message.neighbourhoodId)
    .select([
      'force_id as forceId',
      'force.name as forceName',
      'code',
      'neighbourhood.name as name',
      'name_cy as nameWelsh',
      'is_invented as invented',
    ])
    .executeTakeFirstOrThrow()
}

/** What was written about a message, in order. */
export async function textsOf(reader: Reader, messageId: number): Promise<MessageText[]> {
  const { rows } = await sql<MessageText>`
    select t.kind, t.text, p.name as "writtenBy", t.written_at as "writtenAt"
    from message_text t left join person p on p.id = t.written_by
    where t.message_id = ${messageId} order by t.id`.execute(reader)
  return rows
}

const listed = sql`select ${columns}, p.name as "assignedName",
    json_build_object('forceId', n.force_id, 'code', n.code, 'name', n.name) as place,
    (select t.text from message_text t where t.message_id = m.id and t.kind = 'question' order by t.id limit 1) as question
  from message m join neighbourhood n on n.id = m.neighbourhood_id left join person p on p.id = m.assigned_to`

/** Every open message of a neighbourhood, and the closed ones that were closed last. */
export async function inboxOf(reader: Reader, neighbourhoodId: number): Promise<ListedMessage[]> {
  const { rows } = await sql<ListedMessage>`
    (${listed} where m.neighbourhood_id = ${neighbourhoodId} and m.closed_at is null)
    union all
    (${listed} where m.neighbourhood_id = ${neighbourhoodId} and m.closed_at is not null order by m.closed_at desc limit 50)`.execute(
    reader,
  )
  return rows
}

/** The messages of a force of which something is overdue, closed without an answer or not, or about which a supervisor was asked. */
export async function overdueIn(reader: Reader, forceId: string, now: Date): Promise<ListedMessage[]> {
  const { rows } = await sql<ListedMessage>`
    ${listed}
    where n.force_id = ${forceId} and m.erased_at is null and (
      (m.closed_at is null and m.acknowledged_at is null and m.acknowledge_due_at < ${now})
      or (m.answered_at is null and m.answer_due_at < ${now})
      or (m.recourse_asked_at is not null and m.recourse_answered_at is null))`.execute(reader)
  return rows
}

/** What a neighbourhood passed on. */
export interface ForwardedMessage {
  id: number
  topic: string
  to: string
  forwardedAt: Date
}

/** The messages that a neighbourhood passed on last, without their words: they are somebody else's now. */
export async function forwardedFrom(reader: Reader, neighbourhoodId: number): Promise<ForwardedMessage[]> {
  const { rows } = await sql<ForwardedMessage>`
    select m.id, m.topic, n.name as to, f.forwarded_at as "forwardedAt"
    from message_forwarding f join message m on m.id = f.message_id join neighbourhood n on n.id = f.to_neighbourhood_id
    where f.from_neighbourhood_id = ${neighbourhoodId} order by f.forwarded_at desc limit 20`.execute(reader)
  return rows
}

/** A way that a message took: from one team to another. */
export interface Forwarding {
  from: string
  to: string
  by: string | null
  at: Date
}

/** By what way a message came to where it is. */
export async function forwardingsOf(reader: Reader, messageId: number): Promise<Forwarding[]> {
  const { rows } = await sql<Forwarding>`
    select a.name as from, b.name as to, p.name as by, f.forwarded_at as at
    from message_forwarding f join neighbourhood a on a.id = f.from_neighbourhood_id
      join neighbourhood b on b.id = f.to_neighbourhood_id left join person p on p.id = f.forwarded_by
    where f.message_id = ${messageId} order by f.id`.execute(reader)
  return rows
}

/** Those whom a neighbourhood's message can be given to: its officers and the supervisors of its force. */
export async function peopleThere(
  reader: Reader,
  place: { forceId: string; neighbourhoodId: number },
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name from person p join access_grant g on g.person_id = p.id
    where (g.role = 'officer' and g.neighbourhood_id = ${place.neighbourhoodId})
      or (g.role = 'supervisor' and g.force_id = ${place.forceId})
    order by p.name, p.id`.execute(reader)
  return rows
}

/** The other neighbourhoods of a force. */
export async function otherNeighbourhoods(
  reader: Reader,
  forceId: string,
  except: number,
): Promise<{ id: number; name: string }[]> {
  return reader
    .selectFrom('neighbourhood')
    .where('force_id', '=', forceId)
    .where('id', '!=', except)
    .select(['id', 'name'])
    .orderBy('name')
    .orderBy('id')
    .execute()
}

/** Where letters to a force's supervisors go; to the admins where a force has none. */
export async function supervisorsOf(reader: Reader, forceId: string): Promise<string[]> {
  const { rows } = await sql<{ email: string; role: string }>`
    select distinct p.email, g.role from person p join access_grant g on g.person_id = p.id
    where (g.role = 'supervisor' and g.force_id = ${forceId}) or g.role = 'admin' order by p.email`.execute(reader)
  const supervisors = rows.filter((row) => row.role === 'supervisor')
  return (supervisors.length > 0 ? supervisors : rows).map((row) => row.email)
}
