import { formatList } from '../../figures/numbers.ts'
import type { Language, TextKey, Translate } from '../../i18n/texts.ts'
import { type Amount, drawnAs } from '../amount.ts'
import type { CountStep, PairsStep, PathsStep, PlaceStep, RoundStep, StageStep } from '../count.ts'
import type { OptionIndex } from '../election.ts'
import { beats, pathBetween } from './beats.ts'
import { difference } from './difference.ts'
import { sayAmount } from './sayAmount.ts'

interface Around {
  /** The step before, where there is one: a round of instant run-off says from it where votes have moved. */
  before?: CountStep | undefined
  /** Whether a tie was found in the step. */
  isTied?: boolean
  /** Whether these are not the first shares, which the budget gives. */
  isRaised?: boolean
}

/** The pairs of more options would fill sheets that nobody reads, and take long to write. */
export const mostInMatrix = 40
/** A sentence names so many options at most, those with the largest numbers; the tables have them all. */
const mostInSentence = 40

/**
 * Says a step of a count in plain sentences.
 *
 * @param names by option
 * @param around what stands around it in its count
 */
export function sayStep(
  t: Translate,
  language: Language,
  names: readonly string[],
  step: CountStep,
  { before, isTied = false, isRaised = false }: Around = {},
): string[] {
  const say = sayer(t, language, names)
  switch (step.kind) {
    case 'totals':
      return [t(`counting:totals_${step.of}`, { list: say.ranked(step.totals) })]
    case 'pairs':
      return sayPairs(say, step)
    case 'paths':
      return sayPaths(say, step)
    case 'place':
      return [sayPlace(say, step)]
    case 'round':
      return sayRound(say, step, before?.kind === 'round' ? before : undefined)
    case 'quota': {
      const { valid, notValid, seats, quota } = step
      const text = t('counting:quota', {
        quota: say.amount(quota),
        ballots: say.counted('counting:ballots', valid),
        seats: say.amount(seats),
      })
      return notValid > 0
        ? [t('counting:quota_notValid', { ballots: say.counted('counting:ballots', notValid) }), text]
        : [text]
    }
    case 'stage':
      return sayStage(say, step)
    case 'lookedAt':
      return [
        t(`counting:lookedAt_${step.outcome}`, {
          name: say.name(step.option),
          score: say.amount(step.score),
          cost: say.amount(step.cost),
          left: say.amount(step.left),
        }),
      ]
    case 'shares':
      return [
        t(isRaised ? 'counting:shares_raised' : 'counting:shares', {
          total: say.amount(step.total),
          voters: say.counted('counting:voters', step.voters),
          each: say.amount(step.each),
        }),
      ]
    case 'bought': {
      const { option, cost, supporters, paidAll, payment, effectiveVotes } = step
      const values = {
        name: say.name(option),
        cost: say.amount(cost),
        supporters: say.counted('counting:supporters', supporters),
        payment: say.amount(payment),
      }
      if (drawnAs(cost) === 0) return [t('counting:bought_free', values)]
      return [
        paidAll > 0
          ? t('counting:bought_unlike', { ...values, paidAll: say.amount(paidAll) })
          : t('counting:bought_alike', values),
        t(isTied ? 'counting:bought_votesTied' : 'counting:bought_votes', { number: say.amount(effectiveVotes) }),
      ]
    }
    case 'raised':
      return [
        t(`counting:raised_${step.outcome}`, {
          each: say.amount(step.each),
          cost: say.amount(step.cost),
          list: say.names(step.elected),
        }),
      ]
    case 'sharesEnd':
      return [
        t(`counting:sharesEnd_${step.why}`),
        t('counting:sharesEnd_sums', { spent: say.amount(step.spent), left: say.amount(step.left) }),
      ]
    default:
      return step satisfies never
  }
}

type Sayer = ReturnType<typeof sayer>

/** The parts of a sentence, in the words and with the names of one count. */
export function sayer(t: Translate, language: Language, names: readonly string[]) {
  const amount = (value: Amount) => sayAmount(t, language, value)
  const name = (option: OptionIndex) => names[option] ?? String(option + 1)
  return {
    t,
    amount,
    name,
    /** A number with what it counts, in the plural form that the language has for it. */
    counted: (key: TextKey, value: Amount) => t(key, { count: drawnAs(value), number: amount(value) }),
    list: (texts: readonly string[]) => formatList(texts, language),
    names: (options: readonly OptionIndex[]) =>
      options.length === 0 ? t('counting:nobody') : formatList(options.map(name), language),
    /** Names with their numbers, the largest first. */
    ranked: (totals: readonly (Amount | null)[]) => {
      const shown = totals.flatMap((total, option) => (total === null ? [] : [{ option, total }]))
      shown.sort((a, b) => drawnAs(b.total) - drawnAs(a.total) || a.option - b.option)
      const parts = shown
        .slice(0, mostInSentence)
        .map(({ option, total }) => t('counting:withNumber', { name: name(option), number: amount(total) }))
      const rest = shown.length - parts.length
      return rest > 0 ? t('counting:andMore', { list: parts.join(', '), number: amount(rest) }) : parts.join(', ')
    },
  }
}

function sayPairs(say: Sayer, { preferred }: PairsStep): string[] {
  const { t } = say
  const pair = (option: number, other: number) =>
    t('counting:pair', {
      name: say.name(other),
      for: say.amount(preferred[option]![other]!),
      against: say.amount(preferred[other]![option]!),
    })
  const sentences = [t('counting:pairs')]
  if (preferred.length > mostInMatrix) return [...sentences, t('counting:matrix_inJson')]
  preferred.forEach((row, option) => {
    const against = (other: number) => preferred[other]![option]!
    const wins = row.flatMap((votes, other) => (other !== option && votes > against(other) ? [other] : []))
    // A draw is said once.
    const draws = row.flatMap((votes, other) => (other > option && votes === against(other) ? [other] : []))
    sentences.push(
      wins.length > 0
        ? t('counting:pairs_wins', { name: say.name(option), list: say.list(wins.map((other) => pair(option, other))) })
        : t('counting:pairs_noWins', { name: say.name(option) }),
    )
    if (draws.length > 0)
      sentences.push(
        t('counting:pairs_draws', {
          name: say.name(option),
          list: say.list(draws.map((other) => pair(option, other))),
        }),
      )
  })
  return sentences
}

function sayPaths(say: Sayer, step: PathsStep): string[] {
  const { t } = say
  const sentences = [t('counting:paths')]
  if (step.strengths.length > mostInMatrix) return [...sentences, t('counting:matrix_inJson')]
  step.strengths.forEach((row, option) => {
    const beaten = row.flatMap((_, other) => (beats(step, option, other) ? [other] : []))
    sentences.push(
      beaten.length > 0
        ? t('counting:paths_beats', { name: say.name(option), list: say.names(beaten) })
        : t('counting:paths_beatsNobody', { name: say.name(option) }),
    )
    for (const other of beaten) {
      const path = pathBetween(step, option, other)
      const strength = row[other]
      if (path.length > 2 && strength)
        sentences.push(
          t('counting:paths_detour', {
            name: say.name(option),
            other: say.name(other),
            list: path.map(say.name).join(' → '),
            for: say.amount(strength.for),
            against: say.amount(strength.against),
          }),
        )
    }
  })
  return sentences
}

function sayPlace(say: Sayer, { place, sharedFrom, unbeaten, option }: PlaceStep): string {
  const values = { place, name: say.name(option) }
  if (place > sharedFrom) return say.t('counting:place_level', { ...values, from: sharedFrom })
  if (unbeaten.length < 2) return say.t('counting:place_alone', values)
  return say.t('counting:place_among', { ...values, list: say.names(unbeaten) })
}

function sayRound(say: Sayer, step: RoundStep, before: RoundStep | undefined): string[] {
  const { t } = say
  const { round } = step
  const sentences: string[] = []
  if (before?.excluded != null) sentences.push(sayMoved(say, step, before, before.excluded))
  sentences.push(t('counting:round_votes', { round, list: say.ranked(step.votes) }))
  if (drawnAs(step.exhausted) > 0)
    sentences.push(t('counting:round_exhausted', { ballots: say.counted('counting:ballots', step.exhausted) }))
  if (step.majority !== null)
    sentences.push(
      t('counting:round_majority', {
        name: say.name(step.majority),
        votes: say.counted('counting:votes', step.votes[step.majority] ?? 0),
      }),
    )
  if (step.excluded !== null)
    sentences.push(
      t('counting:round_excluded', {
        name: say.name(step.excluded),
        number: say.amount(step.votes[step.excluded] ?? 0),
      }),
    )
  return sentences
}

/** Where the votes of whoever went out in the round before have gone. */
function sayMoved(say: Sayer, step: RoundStep, before: RoundStep, excluded: OptionIndex): string {
  const { t } = say
  const gains = step.votes.map((votes, option) => (votes === null ? 0 : difference(votes, before.votes[option] ?? 0)))
  const parts = gains
    .map((gain, option) => ({ gain, option }))
    .filter(({ gain }) => drawnAs(gain) > 0)
    .sort((a, b) => drawnAs(b.gain) - drawnAs(a.gain))
    .map(({ gain, option }) => t('counting:round_toName', { number: say.amount(gain), name: say.name(option) }))
  const lost = difference(step.exhausted, before.exhausted)
  const values = {
    round: step.round,
    name: say.name(excluded),
    votes: say.counted('counting:votes', before.votes[excluded] ?? 0),
  }
  if (parts.length === 0) return t('counting:round_movedNowhere', values)
  if (drawnAs(lost) > 0) parts.push(t('counting:round_rankNobody', { number: say.amount(lost) }))
  return t('counting:round_moved', { ...values, list: say.list(parts) })
}

function sayStage(say: Sayer, step: StageStep): string[] {
  const { t } = say
  const { action } = step
  const sentences = [sayAction(say, step)]
  // Whoever goes out last may keep the papers: there is no need to move them.
  if (step.change.some((change) => drawnAs(change) !== 0) && action.kind !== 'firstPreferences') {
    const gains = step.change.map((change) => (drawnAs(change) > 0 ? change : null))
    if (gains.some((gain) => gain !== null)) sentences.push(t('counting:stage_gains', { list: say.ranked(gains) }))
    const held = step.votes.map((votes) => (drawnAs(votes) > 0 ? votes : null))
    sentences.push(t('counting:stage_now', { list: say.ranked(held) }))
    if (drawnAs(step.nonTransferable) > 0)
      sentences.push(
        t('counting:stage_nonTransferable', { votes: say.counted('counting:votes', step.nonTransferable) }),
      )
    if (drawnAs(step.cutOff) > 0)
      sentences.push(t('counting:stage_cutOff', { votes: say.counted('counting:votes', step.cutOff) }))
  }
  if (step.elected.length > 0)
    sentences.push(
      t(action.kind === 'lastVacancies' ? 'counting:stage_electedLast' : 'counting:stage_elected', {
        list: say.names(step.elected),
      }),
    )
  const out = step.excluded.filter((option) => action.kind !== 'exclusion' || option !== action.option)
  if (out.length > 0) sentences.push(t('counting:stage_excluded', { list: say.names(out) }))
  return sentences
}

function sayAction(say: Sayer, { stage, action, votes, change }: StageStep): string {
  const { t } = say
  switch (action.kind) {
    case 'firstPreferences':
      return t('counting:stage_firstPreferences', { stage, list: say.ranked(votes) })
    case 'surplus':
      return t('counting:stage_surplus', {
        stage,
        name: say.name(action.option),
        votes: say.counted('counting:votes', action.surplus),
      })
    case 'exclusion':
      return t(
        drawnAs(change[action.option] ?? 0) === 0 ? 'counting:stage_exclusionOnly' : 'counting:stage_exclusion',
        {
          stage,
          name: say.name(action.option),
        },
      )
    case 'lastVacancies':
      return t('counting:stage_lastVacancies', { stage })
    default:
      return action satisfies never
  }
}
