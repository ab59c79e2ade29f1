import type { MinutesBody, UsefulnessBody } from '../../../shared/api/minutes.ts'
import type { Minutes, MinutesItem } from '../../../shared/minutes/minutes.ts'
import type { MeetingHead } from './queries.ts'

const instant = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** Published minutes as their JSON twin gives them. */
export function minutesBodyOf(
  head: MeetingHead,
  minutes: Minutes,
  priorities: ReadonlyMap<string, { id: number; issue: string }>,
  usefulness: UsefulnessBody,
): MinutesBody {
  const { code, name, force } = head.neighbourhood
  const said = ({ lines, questions }: Pick<MinutesItem, 'lines' | 'questions'>) => ({
    lines: lines.map(({ id, kind, text, owner, dueOn }) => ({
      kind,
      text,
      owner: owner || null,
      dueOn,
      priority: priorities.get(id) ?? null,
    })),
    questions: questions.map(({ id: _id, answeredAt, ...question }) => ({
      ...question,
      answeredAt: instant(answeredAt),
    })),
  })
  return {
    meeting: { id: head.id, title: head.title, plannedFor: head.startsAt.toISOString(), place: head.place || null },
    force: { id: force.id, name: force.name },
    neighbourhood: { id: code, name },
    invented: force.invented,
    startedAt: instant(minutes.startedAt),
    closedAt: instant(minutes.closedAt),
    publishedAt: instant(minutes.publishedAt),
    attendance: minutes.attendance,
    items: minutes.items.map((item) => ({
      title: item.title,
      titleWelsh: item.titleWelsh || null,
      lead: item.lead || null,
      documents: item.documents,
      times: item.spans.map(({ from, to }) => ({ from: new Date(from).toISOString(), to: instant(to) })),
      ...said(item),
    })),
    notTaken: minutes.notTaken.map(({ title, titleWelsh }) => ({ title, titleWelsh: titleWelsh || null })),
    ...said(minutes),
    usefulness,
  }
}
