import type { Language, Translate } from '../../i18n/texts.ts'
import type { Count, CountStep, Tie, TieBreak } from '../count.ts'
import type { Completion, Option } from '../election.ts'
import { budgetMethods, type Method } from '../methods.ts'
import { harmless } from '../read/harmless.ts'
import { sayer, sayStep } from './sayStep.ts'

/** What a method is called. */
export function methodName(t: Translate, method: Method): string {
  return t(`counting:method_${method}`)
}

/** What a method does, in a sentence or two; with how equal shares goes on when money is left. */
export function methodExplained(t: Translate, method: Method, completion: Completion | null = null): string[] {
  const explained = t(`counting:explained_${method}`)
  return completion === null ? [explained] : [explained, sayCompletion(t, completion)]
}

/** How equal shares goes on when money is left. */
export function sayCompletion(t: Translate, completion: Completion): string {
  return t('counting:completion', { how: t(`counting:completion_${completion}`) })
}

/** Says between whom a tie was, what broke it, the order that came of it, and whether that made a difference. */
export function sayTie(t: Translate, language: Language, names: readonly string[], tie: Tie, method: Method): string[] {
  const say = sayer(t, language, names)
  return [
    t(`counting:tie_${tie.about}`, { list: say.names(tie.options) }),
    sayTieBreak(t, tie.brokenBy),
    t('counting:tie_order', { list: tie.order.map(say.name).join(', ') }),
    sayDecisive(t, tie, method),
  ]
}

function sayDecisive(t: Translate, { decisive }: Tie, method: Method): string {
  if (budgetMethods.includes(method))
    return t(decisive ? 'counting:tie_decisivePurchase' : 'counting:tie_notDecisivePurchase')
  return t(decisive ? 'counting:tie_decisive' : 'counting:tie_notDecisive')
}

function sayTieBreak(t: Translate, brokenBy: TieBreak): string {
  switch (brokenBy.rule) {
    case 'earlierStage':
      return t('counting:tieBy_earlierStage', { stage: brokenBy.stage })
    case 'lowerCost':
      return t('counting:tieBy_lowerCost')
    case 'moreVotes':
      return t('counting:tieBy_moreVotes')
    case 'lot':
      return t('counting:tieBy_lot')
    default:
      return brokenBy satisfies never
  }
}

/**
 * The names of options as sentences and tables have them: nothing in them controls a screen, and one that is only a number
 * says what it numbers, so that it does not run into the figures beside it.
 */
export function shownNames(t: Translate, method: Method | null, options: readonly Pick<Option, 'name'>[]): string[] {
  const key = method && budgetMethods.includes(method) ? 'counting:name_project' : 'counting:name_option'
  return options.map(({ name }) => (/^[\d\s.,/-]+$/.test(name) ? t(key, { name }) : harmless(name)))
}

/** Says who is elected, or what is funded. */
export function sayResult(t: Translate, language: Language, names: readonly string[], count: Count): string {
  const { elected, method } = count
  const say = sayer(t, language, names)
  const isBudget = budgetMethods.includes(method)
  if (elected.length === 0) return t(isBudget ? 'counting:result_nothing' : 'counting:result_nobody')
  const list = elected.map(say.name).join(', ')
  return isBudget
    ? t('counting:result_funded', { list })
    : t('counting:result_elected', { count: elected.length, list })
}

/**
 * Every step of a count in order, each with its sentences and those of the ties that were found in it. Where shares were raised
 * many times, the raises between the first and the last are said in one sentence, but for those with a tie that decided.
 */
export function saySteps(t: Translate, language: Language, names: readonly string[], count: Count): string[][] {
  const say = sayer(t, language, names)
  const tiesAt = new Map<number, Tie[]>()
  for (const tie of count.ties) tiesAt.set(tie.step, [...(tiesAt.get(tie.step) ?? []), tie])
  const hasDecided = (at: number) => tiesAt.get(at)?.some(({ decisive }) => decisive) ?? false
  return longRunsShortened(count.steps, hasDecided).map((part) =>
    part.kind === 'leftOut'
      ? [say.counted('counting:raised_between', part.number)]
      : [
          ...sayStep(t, language, names, part.step, {
            before: count.steps[part.at - 1],
            isTied: tiesAt.has(part.at),
            isRaised: part.at > 0,
          }),
          ...(tiesAt.get(part.at) ?? []).flatMap((tie) => sayTie(t, language, names, tie, count.method)),
        ],
  )
}

type Part = { kind: 'step'; step: CountStep; at: number } | { kind: 'leftOut'; number: number }

/** How many raises stand at either end of a run of which the middle is left out. */
const keptRaises = 2

/**
 * The steps with only the ends of long runs of raises.
 *
 * @param isKept whether the raise at an index is to be told wherever it stands
 */
export function longRunsShortened(steps: readonly CountStep[], isKept: (at: number) => boolean = () => false): Part[] {
  const parts: Part[] = []
  for (let from = 0; from < steps.length; ) {
    let to = from
    while (steps[to]?.kind === 'raised') to++
    const isLong = to - from > 2 * keptRaises + 1
    for (let at = from; at < Math.max(to, from + 1); at++) {
      const isMiddle = isLong && at >= from + keptRaises && at < to - keptRaises
      const last = parts.at(-1)
      if (!isMiddle || isKept(at)) parts.push({ kind: 'step', step: steps[at]!, at })
      else if (last?.kind === 'leftOut') last.number++
      else parts.push({ kind: 'leftOut', number: 1 })
    }
    from = Math.max(to, from + 1)
  }
  return parts
}
