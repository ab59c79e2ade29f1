import type { Election } from '../../shared/counting/election.ts'
import type { Fault } from '../../shared/counting/read/fault.ts'
import { readBallots } from '../../shared/counting/read/readBallots.ts'
import { sayFault } from '../../shared/counting/read/sayFault.ts'
import { ballotFiles } from '../../shared/i18n/ballotFiles.ts'
import { translateBy } from '../../shared/i18n/dictionary.ts'

const english = Object.fromEntries(Object.entries(ballotFiles.en).map(([key, text]) => [`ballotFiles:${key}`, text]))

const t = translateBy(english, 'en')

/** What faults and remarks say, in English. */
export function sentences(faults: readonly Fault[]): string[] {
  return faults.map((fault) => sayFault(t, fault))
}

/** The election of a file that reads well; its remarks must be as they are given here. */
export function electionOf(text: string, remarks: readonly string[] = [], fileName: string | null = null): Election {
  const read = readBallots(text, fileName)
  const said = sentences(read.ok ? read.remarks : read.faults)
  if (!read.ok || said.join('\n') !== remarks.join('\n'))
    throw new Error(`${read.ok ? 'remarks' : 'faults'}:\n${said.join('\n')}`)
  return read.election
}

/** What is wrong with a file, in English. */
export function faultsOf(text: string, fileName: string | null = null): string[] {
  const read = readBallots(text, fileName)
  if (read.ok) throw new Error('the file reads well')
  return sentences(read.faults)
}
