import { measureOf } from '../../shared/standards/measures/index.ts'
import type { Quarter } from '../../shared/standards/quarter.ts'
import type { QuarterResult } from '../../shared/standards/result.ts'
import type { PublishedStandard, Standard, Version } from '../../shared/standards/standard.ts'
import type { ReplyPromise } from './promisedReply.ts'

/** A standard with where it comes from, before it is published. */
export type OwnedStandard = Standard & { origin: PublishedStandard['origin'] }

/** What a neighbourhood would publish: the defaults of its force, then its own. */
export function contractOf(defaults: readonly Standard[], own: readonly Standard[]): OwnedStandard[] {
  return [
    ...defaults.map((standard) => ({ ...standard, origin: 'force' as const })),
    ...own.map((standard) => ({ ...standard, origin: 'neighbourhood' as const })),
  ]
}

/** The standards of the next version. One that the last version had has been promised since then; others begin now. */
export function nextStandards(
  last: Version | undefined,
  standards: readonly OwnedStandard[],
  now: Date,
): PublishedStandard[] {
  const since = new Map(last?.standards.map((standard) => [standard.key, standard.since]))
  return standards.map((standard) => ({ ...standard, since: since.get(standard.key) ?? now }))
}

/** Why a contract cannot be published, or null. */
export function whyNotPublishable(standards: readonly Standard[]): string | null {
  if (standards.length === 0) return 'Add at least one standard before you publish'
  const hours = new Set(clocksOf(standards).map(({ terms }) => terms['counted']))
  if (hours.size > 1) return 'Choose the same hours, calendar or working, for every standard about messages'
  return null
}

/**
 * The standard of a key by which a time is judged: as it stood when the time began, or, first promised within it, as it was promised then. A
 * target that is changed counts from the next quarter, so that nothing becomes met by promising less.
 * @param versions the newest first
 * @returns undefined when it was not promised within the time, or is not any more at its end
 */
export function standardInForce(
  versions: readonly Version[],
  key: string,
  from: Date,
  until: Date,
): PublishedStandard | undefined {
  const of = (version: Version | undefined) => version?.standards.find((standard) => standard.key === key)
  const published = versions.filter(({ publishedAt }) => publishedAt < until)
  if (!of(published[0])) return undefined
  const atTheBeginning = of(published.find(({ publishedAt }) => publishedAt <= from))
  return atTheBeginning ?? published.map(of).findLast((standard) => standard !== undefined)
}

/** What a team should do about a result: say what lies behind a miss, or enter the figure of a quarter that is over. */
export function whatWaits(result: QuarterResult, current: Quarter): 'explain' | 'enter' | null {
  if (result.state === 'missed') return result.explanation ? null : 'explain'
  const lacksFigure = result.state === 'not-measured' && result.reason === 'notEntered'
  return lacksFigure && result.quarter !== current ? 'enter' : null
}

/** A key that nobody has: the measure's name, numbered from the second on; a neighbourhood's own begin with "local". */
export function freeKey(measure: string, isLocal: boolean, taken: ReadonlySet<string>): string {
  const stem = isLocal ? `local-${measure}` : measure
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? stem : `${stem}-${number}`
    if (!taken.has(key)) return key
  }
}

function clocksOf(standards: readonly Standard[]): Standard[] {
  return standards.filter(({ measure }) => measure === 'messages-acknowledged' || measure === 'messages-answered')
}

/** What is promised about messages: of several standards the shortest hours, and the way named by the one with the shortest answer. */
export function replyPromiseOf(standards: readonly Standard[]): ReplyPromise {
  const acknowledge = shortest(standards, 'messages-acknowledged')
  const answer = shortest(standards, 'messages-answered')
  const counted = (answer ?? acknowledge)?.terms['counted']
  const recourse = String(answer?.terms['recourse'] ?? '').trim()
  return {
    acknowledgeWithinHours: acknowledge ? hoursOf(acknowledge, 'hours') : null,
    answerWithinHours: answer ? hoursOf(answer, 'hours') : null,
    hours: counted === 'working' ? 'working' : 'calendar',
    recourseWithinHours: answer && recourse ? hoursOf(answer, 'recourseHours') : null,
    recourse: recourse || null,
  }
}

function shortest(standards: readonly Standard[], measure: Standard['measure']): Standard | undefined {
  return standards
    .filter((standard) => standard.measure === measure)
    .sort((one, other) => hoursOf(one, 'hours') - hoursOf(other, 'hours'))[0]
}

function hoursOf({ measure, terms }: Standard, name: string): number {
  const field = measureOf(measure).fields.find((one) => one.name === name)
  return Number(terms[name] ?? field?.initial)
}
