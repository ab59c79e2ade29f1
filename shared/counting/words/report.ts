import type { Language, Translate } from '../../i18n/texts.ts'
import { decimalAmount } from '../amount.ts'
import type { Count } from '../count.ts'
import { type Election, numberOfBallots, type Option } from '../election.ts'
import { alignedLines } from './alignedLines.ts'
import { methodExplained, methodName, sayResult, saySteps } from './sayCount.ts'
import { sayer } from './sayStep.ts'
import { countTables } from './tables.ts'

/** A file as it was read and counted. */
export interface Counted {
  election: Election
  count: Count
  /** The options of the count, by its indexes: those that were not withdrawn. */
  standing: readonly Option[]
  /** What the lot was drawn from. */
  seed: string | null
  /** What is to be said beside the count, in sentences: statements of the file that its ballots contradict, how ballots were read. */
  remarks: readonly string[]
}

/** A count as plain text that a person can follow, a line an entry. */
export function reportLines(t: Translate, language: Language, counted: Counted): string[] {
  const { election, count, standing } = counted
  const names = standing.map(({ name }) => name)
  const steps = saySteps(t, language, names, count)
  return [
    ...underlined(
      election.title ? t('counting:report_title', { title: election.title }) : t('counting:report_untitled'),
      '=',
    ),
    ...section(t('counting:report_result'), [sayResult(t, language, names, count)]),
    ...section(t('counting:report_counted'), sayCounted(t, language, counted)),
    ...section(t('counting:report_method'), [
      methodName(t, count.method),
      ...methodExplained(t, count.method, count.completion),
    ]),
    ...countTables(t, language, names, count).flatMap((table) => section(table.caption, alignedLines(table))),
    ...section(
      t('counting:report_steps'),
      steps.flatMap((sentences, at) => {
        const number = `${at + 1}. `
        return sentences.map((sentence, index) => (index === 0 ? number : ' '.repeat(number.length)) + sentence)
      }),
    ),
    ...(count.ties.length === 0 ? section(t('counting:report_ties'), [t('counting:report_noTies')]) : []),
    ...section(t('counting:report_claim'), sayClaim(t, language, counted)),
  ]
}

/** What was counted: how many ballots and options, seats or the budget, the lot's seed, and what is to be said beside. */
export function sayCounted(t: Translate, language: Language, counted: Counted): string[] {
  const { election, count, standing, seed, remarks } = counted
  const say = sayer(t, language, [])
  const withdrawn = election.options.filter((option) => option.withdrawn).map(({ name }) => name)
  const { budget } = election
  return [
    t('counting:report_numbers', {
      ballots: say.counted('counting:ballots', numberOfBallots(election.ballots)),
      options: say.counted('counting:options', standing.length),
    }),
    ...(withdrawn.length > 0 ? [t('counting:report_withdrawn', { list: say.list(withdrawn) })] : []),
    ...(count.seats === null
      ? []
      : [t('counting:report_seats', { seats: say.counted('counting:seats', count.seats) })]),
    ...(budget && count.seats === null
      ? [t('counting:report_budget', { total: say.amount(decimalAmount(budget.total, budget.moneyDecimals)) })]
      : []),
    seed === null ? t('counting:report_noSeed') : t('counting:report_seed', { seed }),
    ...remarks,
  ]
}

/** What the file itself says about who was elected, and whether this count agrees. */
export function sayClaim(t: Translate, language: Language, { election, count, standing }: Counted): string[] {
  const { claimed } = election
  if (claimed === null) return [t('counting:claim_none')]
  const say = sayer(t, language, [])
  const nameOf = (id: string) => election.options.find((option) => option.id === id)?.name ?? id
  const counted = count.elected.map((option) => standing[option]!.id)
  const notElected = claimed.filter((id) => !counted.includes(id))
  const notClaimed = counted.filter((id) => !claimed.includes(id))
  if (notElected.length === 0 && notClaimed.length === 0) return [t('counting:claim_agrees')]
  const list = (ids: readonly string[]) => (ids.length === 0 ? t('counting:nobody') : say.list(ids.map(nameOf)))
  return [
    t('counting:claim_differs', { list: list(claimed) }),
    ...(notElected.length > 0 ? [t('counting:claim_notElected', { list: list(notElected) })] : []),
    ...(notClaimed.length > 0 ? [t('counting:claim_notClaimed', { list: list(notClaimed) })] : []),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', ...underlined(title, '-'), ...lines]
}

function underlined(title: string, line: string): string[] {
  return [title, line.repeat(Math.min([...title].length, 78))]
}
