import type { Option } from '../election.ts'
import type { FaultList } from './faultList.ts'

export interface NamedOption {
  id: string
  name: string
  line: number | null
  withdrawn: boolean
  cost: bigint | null
}

/** Options whose ids differ: where the file gives one twice, the later one gets its number in the list behind it, with a remark. */
export function withDistinctIds(options: readonly NamedOption[], remarks: FaultList): Option[] {
  const written = new Set(options.map(({ id }) => id))
  const taken = new Set<string>()
  return options.map(({ id, name, line, withdrawn, cost }, index) => {
    let distinct = id
    while (taken.has(distinct) || (distinct !== id && written.has(distinct))) distinct = `${distinct} (${index + 1})`
    taken.add(distinct)
    if (distinct === id) return { id, name, withdrawn, cost }
    remarks.add(line, 'sameName', { name: id, id: distinct })
    return { id: distinct, name: name === id ? distinct : `${name} (${index + 1})`, withdrawn, cost }
  })
}
