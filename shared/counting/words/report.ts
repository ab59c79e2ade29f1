import type { Language, Translate } from '../../i18n/texts.ts'
import { decimalAmount } from '../amount.ts'
import type { Counted } from '../countElection.ts'
import { type Election, numberOfBallots } from '../election.ts'
import { budgetMethods } from '../methods.ts'
import type { Fault } from '../read/fault.ts'
import { harmless } from '../read/harmless.ts'
import { sayFault } from '../read/sayFault.ts'
import { alignedLines, widthOf } from './alignedLines.ts'
import { methodExplained, methodName, sayResult, saySteps, shownNames } from './sayCount.ts'
import { sayNote } from './sayNote.ts'
import { sayer } from './sayStep.ts'
import { countTables } from './tables.ts'

/** A file as it was read and counted. */
export interface CountedFile {
  election: Election
  counted: Extract<Counted, { ok: true }>
  /** Statements of the file that its own ballots contradict. */
  remarks: readonly Fault[]
}

/** A count as plain text that a person can follow, a line an entry. */
export function reportLines(t: Translate, language: Language, file: CountedFile): string[] {
  const { election, counted } = file
  const { count, standing } = counted
  const names = shownNames(t, count.method, standing)
  const steps = saySteps(t, language, names, count)
  const lines = [
    ...underlined(
      election.title ? t('counting:report_title', { title: harmless(election.title) }) : t('counting:report_untitled'),
      '=',
    ),
    ...section(t('counting:report_result'), [sayResult(t, language, names, count)]),
    ...section(t('counting:report_counted'), sayCounted(t, language, file)),
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
    ...section(t('counting:report_claim'), sayClaim(t, language, file)),
  ]
  return lines.map(harmless)
}

/** What was counted: how many ballots and options, seats or the budget, the lot's seed, and what is to be said beside. */
export function sayCounted(t: Translate, language: Language, { election, counted, remarks }: CountedFile): string[] {
  const { count, standing, seed, notes } = counted
  const say = sayer(t, language, [])
  const withdrawn = shownNames(
    t,
    count.method,
    election.options.filter((option) => option.withdrawn),
  )
  const isBudget = budgetMethods.includes(count.method)
  const { budget } = election
  return [
    t('counting:report_numbers', {
      ballots: say.counted('counting:ballots', numberOfBallots(election.ballots)),
      options: say.counted(isBudget ? 'counting:projects' : 'counting:options', standing.length),
    }),
    ...(withdrawn.length > 0 ? [t('counting:report_withdrawn', { list: say.list(withdrawn) })] : []),
    ...(count.seats === null
      ? []
      : [t('counting:report_seats', { seats: say.counted('counting:seats', count.seats) })]),
    ...(budget && count.seats === null
      ? [t('counting:report_budget', { total: say.amount(decimalAmount(budget.total, budget.moneyDecimals)) })]
      : []),
    ...(seed === '' ? [] : [t('counting:report_seed', { seed })]),
    ...notes.map((note) => sayNote(t, note)),
    ...remarks.map((remark) => sayFault(t, remark)),
  ]
}

/** What the file itself says about who was elected, and whether this count agrees. */
export function sayClaim(
  t: Translate,
  language: Language,
  { election, counted: { count, standing } }: CountedFile,
): string[] {
  const { claimed } = election
  const isBudget = budgetMethods.includes(count.method)
  if (claimed === null) return [t(isBudget ? 'counting:claim_noneFunded' : 'counting:claim_none')]
  const say = sayer(t, language, [])
  const names = new Map(
    shownNames(t, count.method, election.options).map((name, at) => [election.options[at]!.id, name] as const),
  )
  const elected = count.elected.map((option) => standing[option]!.id)
  const notElected = claimed.filter((id) => !elected.includes(id))
  const notClaimed = elected.filter((id) => !claimed.includes(id))
  if (notElected.length === 0 && notClaimed.length === 0)
    return [t(isBudget ? 'counting:claim_agreesFunded' : 'counting:claim_agrees')]
  const list = (ids: readonly string[]) =>
    ids.length === 0
      ? t(isBudget ? 'counting:nothing' : 'counting:nobody')
      : say.list(ids.map((id) => names.get(id) ?? id))
  return [
    t(isBudget ? 'counting:claim_differsFunded' : 'counting:claim_differs', { list: list(claimed) }),
    ...(notElected.length > 0 ? [t('counting:claim_notElected', { list: list(notElected) })] : []),
    ...(notClaimed.length > 0 ? [t('counting:claim_notClaimed', { list: list(notClaimed) })] : []),
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', ...underlined(title, '-'), ...lines]
}

function underlined(title: string, line: string): string[] {
  return [title, line.repeat(Math.min(widthOf(title), 78))]
}
