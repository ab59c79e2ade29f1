import { dueTime } from '../../time/dueTime.ts'
import { type Finding, type Measure, numberTerm, type TermField, type Terms } from '../measure.ts'
import type { Sentence } from '../sentence.ts'

/** Messages of a quarter against one of their two clocks. */
export interface TimedReplyFacts {
  inTime: number
  /** Done, but late. */
  late: number
  /** Past their time and still waiting. */
  openBreaches: number
  /** Waiting, with time left. */
  waiting: number
  /** Hours from receipt until it was done, of those that are done; null when none is. */
  medianHours: number | null
  p90Hours: number | null
  /** Senders who took the way that the standard names for a broken promise. */
  recourseUsed: number
}

/** A message as one of its clocks sees it. */
export interface TimedMessage {
  receivedAt: Date
  /** When it was acknowledged, or answered. */
  doneAt: Date | null
  /** When its sender, or time, erased it. */
  erasedAt: Date | null
  recourseAskedAt: Date | null
}

/**
 * What became of messages by one promise: each is due so many of its hours after it came in, whatever another standard promises beside it.
 * One that its sender withdrew before it was due was owed nothing.
 * @param hours that the measure starts from
 */
export function timedReplyFacts(
  messages: readonly TimedMessage[],
  terms: Terms,
  hours: number,
  now: Date,
): TimedReplyFacts {
  const counted = terms['counted'] === 'working' ? 'working' : 'calendar'
  const facts = { inTime: 0, late: 0, openBreaches: 0, waiting: 0 }
  const took: number[] = []
  for (const { receivedAt, doneAt, erasedAt } of messages) {
    const dueAt = dueTime(receivedAt, numberTerm(terms, 'hours', hours), counted)
    if (doneAt) {
      took.push((doneAt.getTime() - receivedAt.getTime()) / 3_600_000)
      facts[doneAt <= dueAt ? 'inTime' : 'late'] += 1
    } else if (dueAt < (erasedAt && erasedAt < now ? erasedAt : now)) facts.openBreaches += 1
    else if (!erasedAt) facts.waiting += 1
  }
  took.sort((one, other) => one - other)
  return {
    ...facts,
    medianHours: percentile(took, 0.5),
    p90Hours: percentile(took, 0.9),
    recourseUsed: messages.filter(({ recourseAskedAt }) => recourseAskedAt !== null).length,
  }
}

/** The value below which a share of the values lies, between two of them where need be, as SQL's percentile_cont has it; null of none. */
function percentile(sorted: readonly number[], share: number): number | null {
  const place = share * (sorted.length - 1)
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place))
}

/** Fields that both clocks share. */
export function clockFields(hours: number): TermField[] {
  return [
    { name: 'hours', label: 'Within how many hours', kind: 'number', initial: hours, min: 1, max: 1000 },
    {
      name: 'counted',
      label: 'Which hours count',
      kind: 'choice',
      initial: 'calendar',
      choices: [
        { value: 'calendar', text: 'Every hour, nights and weekends too' },
        { value: 'working', text: 'Working hours only' },
      ],
    },
    {
      name: 'share',
      label: 'Of how many messages, in per cent',
      hint: '100 promises it for every message',
      kind: 'number',
      initial: 100,
      min: 1,
      max: 100,
    },
  ]
}

/** The target of a clock in words. */
export function clockTarget(key: 'acknowledged' | 'answered', terms: Terms, hours: number): Sentence {
  const counted = terms['counted'] === 'working' ? 'working' : 'calendar'
  return {
    key: `standards:target_${key}_${counted}`,
    values: { hours: numberTerm(terms, 'hours', hours), share: { share: numberTerm(terms, 'share', 100) / 100 } },
  }
}

/** Hours as a sentence gives them, to one decimal: nobody is answered within 0 hours. */
function shown(hours: number): number {
  return Math.max(hours, 0.1)
}

/** Whether enough messages were in time. An open breach is a miss as much as a late answer; one with time left is neither yet. */
export const judgeTimedReply: Measure<TimedReplyFacts>['judge'] = (facts, terms): Finding => {
  const { inTime, late, openBreaches, waiting } = facts
  const whole = inTime + late + openBreaches
  if (whole === 0) return { measured: false, reason: waiting > 0 ? 'nothingDue' : 'noMessages' }
  const sentences: Sentence[] = [
    { key: 'standards:finding_inTime', values: { part: inTime, whole, share: { share: inTime / whole } } },
  ]
  if (facts.medianHours !== null && facts.p90Hours !== null)
    sentences.push({
      key: 'standards:finding_hours',
      values: { median: { decimal: shown(facts.medianHours) }, p90: { decimal: shown(facts.p90Hours) } },
    })
  sentences.push({ key: 'standards:finding_openBreaches', values: { number: openBreaches } })
  sentences.push({ key: 'standards:finding_recourse', values: { number: facts.recourseUsed } })
  return {
    measured: true,
    // Whole numbers on both sides: a share of 95% is met by 19 of 20, whatever a division makes of it.
    met: inTime * 100 >= numberTerm(terms, 'share', 100) * whole,
    value: inTime / whole,
    unit: 'share',
    counted: { part: inTime, whole },
    sentences,
  }
}
