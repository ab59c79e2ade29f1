import type { ConcernRow } from '../../client/pages/manage/ManageConcernsPage.tsx'
import { dayInWords, momentInWords } from '../../shared/time/words.ts'
import { translator } from '../web/translate.ts'
import type { Concern } from './readConcerns.ts'
import type { Change, ConcernState } from './rules.ts'

const excerptLength = 160
const choiceLength = 60

/** Where a concern stands, as the team's pages name it. */
export const stateNames: Readonly<Record<ConcernState, string>> = {
  waiting: 'Waiting for you',
  shown: 'Shown',
  refused: 'Not shown',
  merged: 'Merged',
  'taken-off': 'Taken off',
  ended: 'Ended',
  withdrawn: 'Withdrawn by the sender',
}

/** What somebody was about to do, in the words of its button. */
export const changeNames: Readonly<Record<Change, string>> = {
  show: 'Show it',
  refuse: 'Do not show it',
  merge: 'Merge it',
  'take-up': 'Mark it as taken up',
  release: 'Not taken up after all',
  'take-off': 'Take it off',
}

/** A topic as the team reads it. */
export function topicName({ topic }: Pick<Concern, 'topic'>): string {
  return translator('en')(`concerns:topic_${topic}`)
}

/** Where a concern is, as the team reads it. */
export function nearName({ point }: Pick<Concern, 'point'>): string {
  return point ? point.street || 'near a map point without a name' : 'the whole neighbourhood'
}

/** Lines of the team's list. */
export function concernRows(concerns: readonly Concern[], listPath: string): ConcernRow[] {
  return concerns.map((concern) => ({
    id: concern.id,
    path: `${listPath}/${concern.id}`,
    topic: topicName(concern),
    near: nearName(concern),
    excerpt: excerptOf(concern, excerptLength),
    note: [stateWords(concern), devicesWords(concern)].join(', '),
    when: momentInWords(concern.since, 'en'),
  }))
}

/** A concern as one to choose. */
export function choiceOf(concern: Concern): { value: string; text: string } {
  return {
    value: String(concern.id),
    text: `${topicName(concern)}, ${nearName(concern)}: ${excerptOf(concern, choiceLength)}`,
  }
}

/** What a concern says, in a line that ends with a whole word. */
function excerptOf({ words }: Pick<Concern, 'words'>, most: number): string {
  if (words === null) return 'Erased'
  const line = words.replace(/\s+/g, ' ')
  return line.length > most ? `${line.slice(0, most).replace(/\s+\S*$/, '')} …` : line
}

/** Where it stands, with what took it up or stands for it. */
export function stateWords({ state, priority, mergedInto }: Concern): string {
  if (state === 'shown' && priority) return `Shown, taken up by “${priority.issue}”`
  return state === 'merged' ? `Merged into concern ${mergedInto}` : stateNames[state]
}

function devicesWords({ backings }: Concern): string {
  return backings === 1 ? '1 device' : `${backings} devices`
}

/** What officers are told of a concern beside its words, a sentence each. Never who put it forward. */
export function factsOf(concern: Concern): string[] {
  const { point, receivedAt, shownAt, since, reason, merged, priority, takenUpAt, erasedAt, language } = concern
  const on = (what: string, moment: Date | null) => (moment ? [`${what} ${momentInWords(moment, 'en')}.`] : [])
  return [
    `${stateWords(concern)}, since ${momentInWords(since, 'en')}.`,
    `${devicesWords(concern)} backed it.`,
    ...(point ? [`The nearest public map point is “${nearName(concern)}”.`] : ['It is about the whole neighbourhood.']),
    ...on('Put forward', receivedAt),
    ...on('First shown', shownAt),
    ...(priority ? on(`Taken up by “${priority.issue}” on`, takenUpAt) : []),
    ...(priority?.closedOn ? [`That priority was closed on ${dayInWords(priority.closedOn, 'en')}.`] : []),
    ...(merged > 0 ? [`Concerns merged into it: ${merged}.`] : []),
    ...(reason ? [`The reason given to the sender: ${reason}`] : []),
    ...on('Its words were erased', erasedAt),
    ...(language === 'cy' ? ['It was written on the Welsh pages: give reasons in Welsh if you can.'] : []),
  ]
}
