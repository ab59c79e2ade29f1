import type { FaultList } from './faultList.ts'
import { type Mark, readMark } from './numbers.ts'
import type { Sections } from './pabulibSections.ts'

export const voteTypes = ['approval', 'choose-1', 'ordinal', 'cumulative', 'scoring'] as const
export type VoteType = (typeof voteTypes)[number]

/** What the file says one ballot may do; null where it says nothing. */
export interface Limits {
  minLength: number | null
  maxLength: number | null
  minPoints: Mark | null
  maxPoints: Mark | null
  minSumPoints: Mark | null
  maxSumPoints: Mark | null
  minSumCost: Mark | null
  maxSumCost: Mark | null
  defaultScore: Mark
  threshold: number | null
}

export function limitsOf(meta: Sections['meta'], faults: FaultList, remarks: FaultList): Limits {
  /** `into`: faults for what the result can turn on, remarks for what only checks ballots. */
  const mark = (key: string, into: FaultList): Mark | null => {
    const found = meta.get(key)
    if (!found || found.value === '') return null
    const read = readMark(found.value)
    if (typeof read !== 'string') return read
    into.add(found.line, into === faults ? 'pabulibNumber' : 'pabulibNumberUnread', { key, value: found.value })
    return null
  }
  const whole = (key: string, into: FaultList): number | null => {
    const read = mark(key, into)
    if (!read || (read.decimals === 0 && read.units >= 0)) return read?.units ?? null
    const { line, value } = meta.get(key)!
    into.add(line, into === faults ? 'pabulibNumber' : 'pabulibNumberUnread', { key, value })
    return null
  }
  return {
    minLength: whole('min_length', remarks),
    maxLength: whole('max_length', faults),
    minPoints: mark('min_points', remarks),
    maxPoints: mark('max_points', remarks),
    minSumPoints: mark('min_sum_points', remarks),
    maxSumPoints: mark('max_sum_points', remarks),
    minSumCost: mark('min_sum_cost', remarks),
    maxSumCost: mark('max_sum_cost', remarks),
    defaultScore: mark('default_score', faults) ?? { units: 0, decimals: 0 },
    threshold: whole('min_project_score_threshold', faults),
  }
}
