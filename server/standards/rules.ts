import { measureOf } from '../../shared/standards/measures/index.ts'
import type { Quarter } from '../../shared/standards/quarter.ts'
import type { QuarterResult } from '../../shared/standards/result.ts'
import type { PublishedStandard, Standard, Version } from '../../shared/standards/standard.ts'
import type { PromisedHours, ReplyPromise } from './promisedReply.ts'

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
  return standards.length === 0 ? 'Add at least one standard before you publish' : null
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

/** What is promised about messages. The way named for a late answer is that of the standard with the fewest hours that names one. */
export function replyPromiseOf(standards: readonly Standard[]): ReplyPromise {
  const of = (measure: Standard['measure']) => standards.filter((standard) => standard.measure === measure)
  const hours = (standard: Standard, name = 'hours'): PromisedHours => ({
    hours: hoursOf(standard, name),
    counted: standard.terms['counted'] === 'working' ? 'working' : 'calendar',
  })
  const named = of('messages-answered')
    .filter((standard) => wayOf(standard) !== '')
    .sort((one, other) => hoursOf(one, 'hours') - hoursOf(other, 'hours'))[0]
  return {
    acknowledge: of('messages-acknowledged').map((standard) => hours(standard)),
    answer: of('messages-answered').map((standard) => hours(standard)),
    recourse: named ? { way: wayOf(named), within: hours(named, 'recourseHours') } : null,
  }
}

function wayOf({ terms }: Standard): string {
  return String(terms['recourse'] ?? '').trim()
}

function hoursOf({ measure, terms }: Standard, name: string): number {
  const field = measureOf(measure).fields.find((one) => one.name === name)
  return Number(terms[name] ?? field?.initial)
}
