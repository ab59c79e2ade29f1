import type { Option } from '../election.ts'
import type { ReadBallots } from './fault.ts'
import type { FaultList } from './faultList.ts'
import { Money } from './money.ts'
import { withDistinctIds } from './optionIds.ts'
import { OurPapers } from './ourPapers.ts'
import { type OurSettings, readSettings, type WrittenSettings } from './ourSettings.ts'
import { mostOptions } from './tally.ts'

/** An option as our files have it. */
export interface WrittenOption {
  name: string
  /** Null where the file gives none. */
  cost: string | null
  withdrawn: boolean
  line: number | null
}

/** What CSV and JSON have in common: settings, options, budget, and then the papers, which `papers` takes one by one. */
export interface OurElection {
  papers: OurPapers
  finish(): ReadBallots
}

/** Null after a fault without which no ballot can be read. */
export function ourElection(
  written: WrittenSettings,
  writtenOptions: readonly WrittenOption[],
  faults: FaultList,
  remarks: FaultList,
): OurElection | null {
  const settings = readSettings(written, faults)
  if (writtenOptions.length === 0 || writtenOptions.length > mostOptions)
    faults.add(null, 'numberOfOptions', { most: mostOptions })
  for (const { name, line } of writtenOptions) if (name.trim() === '') faults.add(line, 'emptyName')
  const { options, budget } = readBudget(written, writtenOptions, settings, faults, remarks)
  if (!settings) return null
  const papers = new OurPapers(settings, options.length, faults)
  return {
    papers,
    finish() {
      if (papers.tally.total === 0 && !faults.any) faults.add(null, 'noBallots')
      const ballots = papers.finish()
      if (faults.any) return { ok: false, faults: faults.list }
      const { title, method, seats, seed, completion } = settings
      const declared = { method, seats, seed, completion }
      return {
        ok: true,
        election: { title, options, ballots, budget, declared, claimed: null },
        remarks: remarks.list,
      }
    },
  }
}

function readBudget(
  written: WrittenSettings,
  writtenOptions: readonly WrittenOption[],
  settings: OurSettings | null,
  faults: FaultList,
  remarks: FaultList,
) {
  const total = written.get('budget')
  const money = new Money()
  if (total) {
    money.add(total.text, total.line)
    for (const { name, cost, line } of writtenOptions) money.add(cost ?? '', line, name)
  } else {
    const priced = writtenOptions.find(({ cost }) => cost !== null)
    if (priced) faults.add(priced.line, 'costWithoutBudget', { name: priced.name })
    const threshold = written.get('threshold')
    if (threshold) faults.add(threshold.line, 'thresholdWithoutBudget')
  }
  const { amounts, decimals } = money.read(faults, remarks)
  const named = writtenOptions.map(({ name, withdrawn, line }, index) => ({
    id: name,
    name,
    line,
    withdrawn,
    cost: total ? (amounts[index + 1] ?? 0n) : null,
  }))
  const options: Option[] = withDistinctIds(named, remarks)
  const budget = total
    ? { total: amounts[0] ?? 0n, moneyDecimals: decimals, scoreThreshold: settings?.threshold ?? null }
    : null
  return { options, budget }
}
