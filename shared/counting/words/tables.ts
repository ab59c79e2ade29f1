import type { Language, Translate } from '../../i18n/texts.ts'
import { type Amount, drawnAs } from '../amount.ts'
import type { Count, CountStep, TotalsStep } from '../count.ts'
import { budgetMethods } from '../methods.ts'
import { beats } from './beats.ts'
import { longRunsShortened } from './sayCount.ts'
import { mostInMatrix, sayer } from './sayStep.ts'

/** What became of an option in a cell, shown by a word and a shape. */
export type CellMark = 'elected' | 'out' | 'wins' | 'loses' | 'level'

export interface CountCell {
  text: string
  /** For the length of a bar; null where none is drawn. */
  value: number | null
  mark: CellMark | null
  /** A word rather than a number. */
  isWord: boolean
}

/** The figures of some steps, for a report in plain text and for a drawing. */
export interface CountTable {
  kind: 'totals' | 'rounds' | 'stages' | 'pairs' | 'paths' | 'projects' | 'bought' | 'raised'
  caption: string
  /** Of the rows' heads, then of every column. */
  columns: readonly string[]
  rows: readonly { head: string; cells: readonly CountCell[] }[]
  /** What a bar of the full width stands for. */
  largest: number
  /** Where the line of the quota stands, and the quota as it is said. */
  quota: { value: number; text: string } | null
}

/** The figures of a count as tables, in the order of its steps. */
export function countTables(
  t: Translate,
  language: Language,
  names: readonly string[],
  count: Count,
): readonly CountTable[] {
  const source = { t, count, say: sayer(t, language, names), names }
  return [
    ...totalsTables(source),
    ...pairTables(source),
    ...roundsTable(source),
    ...stagesTable(source),
    ...boughtTable(source),
    ...raisedTable(source),
    ...projectsTable(source),
  ]
}

interface Source {
  t: Translate
  count: Count
  say: ReturnType<typeof sayer>
  names: readonly string[]
}

function stepsOf<Kind extends CountStep['kind']>(count: Count, kind: Kind): Extract<CountStep, { kind: Kind }>[] {
  return count.steps.filter((step): step is Extract<CountStep, { kind: Kind }> => step.kind === kind)
}

function totalsTables({ t, count, say, names }: Source): CountTable[] {
  const heads: Record<TotalsStep['of'], string> = {
    approvals: t('counting:table_votes'),
    bordaPoints: t('counting:table_points'),
    marks: t('counting:table_marks'),
    points: t('counting:table_points'),
  }
  return stepsOf(count, 'totals').map((step): CountTable => {
    const values = step.totals.map(drawnAs)
    const place = (option: number) => {
      const at = count.elected.indexOf(option)
      return at < 0 ? names.length : at
    }
    const order = names.map((_, option) => option)
    order.sort((a, b) => values[b]! - values[a]! || place(a) - place(b) || a - b)
    const texts = alignDecimals(step.totals.map(say.amount))
    return {
      kind: 'totals',
      caption: heads[step.of],
      columns: [
        t(budgetMethods.includes(count.method) ? 'counting:table_project' : 'counting:table_option'),
        heads[step.of],
        t('counting:table_result'),
      ],
      rows: order.map((option) => ({
        head: say.name(option),
        cells: [number(texts[option]!, values[option]!), resultCell(t, count, option)],
      })),
      largest: Math.max(...values, 0),
      quota: null,
    }
  })
}

function pairTables({ t, count, say, names }: Source): CountTable[] {
  if (names.length > mostInMatrix) return []
  const numbered = names.map((name, option) => `${option + 1} ${name}`)
  const columns = [t('counting:table_option'), ...names.map((_, option) => String(option + 1))]
  const blank: CountCell = { text: '–', value: null, mark: null, isWord: false }
  const table = (kind: 'pairs' | 'paths', cell: (row: number, column: number) => CountCell): CountTable => ({
    kind,
    caption: t(`counting:table_${kind}`),
    columns,
    rows: numbered.map((head, row) => ({
      head,
      cells: names.map((_, column) => (row === column ? blank : cell(row, column))),
    })),
    largest: 0,
    quota: null,
  })
  const pairs = stepsOf(count, 'pairs').map(({ preferred }) =>
    table('pairs', (row, column) => {
      const [votes, against] = [preferred[row]![column]!, preferred[column]![row]!]
      const mark = votes > against ? 'wins' : votes < against ? 'loses' : 'level'
      return { text: say.amount(votes), value: null, mark, isWord: false }
    }),
  )
  const paths = stepsOf(count, 'paths').map((step) =>
    table('paths', (row, column) => {
      const strength = step.strengths[row]?.[column]
      const mark = beats(step, row, column) ? 'wins' : beats(step, column, row) ? 'loses' : 'level'
      const text = strength ? `${say.amount(strength.for)}:${say.amount(strength.against)}` : '–'
      return { text, value: null, mark, isWord: false }
    }),
  )
  return [...pairs, ...paths]
}

function roundsTable(source: Source): CountTable[] {
  const { t, count, say, names } = source
  const rounds = stepsOf(count, 'round')
  const texts = rounds.map((round) => alignDecimals(round.votes.map((votes) => say.amount(votes ?? 0))))
  return votesTable(source, {
    kind: 'rounds',
    heads: rounds.map(({ round }) => t('counting:table_round', { number: round })),
    held: names.map((_, option) => rounds.map((round) => round.votes[option] ?? null)),
    cell: (option, at) => {
      const { votes, majority, excluded } = rounds[at]!
      const held = votes[option] ?? null
      const mark = majority === option ? 'elected' : excluded === option ? 'out' : null
      return held === null ? nothing : { ...number(texts[at]![option]!, drawnAs(held)), mark }
    },
    rest: [[t('counting:table_exhausted'), rounds.map(({ exhausted }) => say.amount(exhausted))]],
    quota: null,
  })
}

function stagesTable(source: Source): CountTable[] {
  const { t, count, say, names } = source
  const stages = stepsOf(count, 'stage')
  const texts = stages.map((stage) =>
    alignDecimals([...stage.votes, stage.nonTransferable, stage.cutOff].map(say.amount)),
  )
  // An option whose papers have moved on holds nothing.
  const outFrom = names.map((_, option) =>
    stages.findIndex(
      ({ excluded, action }) => excluded.includes(option) || (action.kind === 'exclusion' && action.option === option),
    ),
  )
  const isOut = (option: number, at: number) => outFrom[option]! >= 0 && at > outFrom[option]!
  return votesTable(source, {
    kind: 'stages',
    heads: stages.map(({ stage }) => t('counting:table_stage', { number: stage })),
    held: names.map((_, option) =>
      stages.map((stage, at) => (isOut(option, at) ? null : (stage.votes[option] ?? null))),
    ),
    cell: (option, at) => {
      const stage = stages[at]!
      const votes = drawnAs(stage.votes[option] ?? 0)
      if (isOut(option, at) && votes === 0) return nothing
      const mark = stage.elected.includes(option) ? 'elected' : outFrom[option] === at ? 'out' : null
      if (outFrom[option] === at && votes === 0) return { ...nothing, mark }
      return { ...number(texts[at]![option]!, votes), mark }
    },
    // Their texts stand behind those of the options.
    rest: [
      [t('counting:table_nonTransferable'), texts.map((column) => column[names.length]!)],
      [t('counting:table_cutOff'), texts.map((column) => column[names.length + 1]!)],
    ],
    quota: stepsOf(count, 'quota').map(({ quota }) => ({ value: quota, text: say.amount(quota) }))[0] ?? null,
  })
}

interface Votes {
  kind: 'rounds' | 'stages'
  /** Of the columns. */
  heads: readonly string[]
  /** By option, then by column; null for who is out. */
  held: readonly (readonly (Amount | null)[])[]
  cell: (option: number, column: number) => CountCell
  /** The rows below those of the options: what belongs to nobody. */
  rest: readonly (readonly [head: string, texts: readonly string[]])[]
  quota: CountTable['quota']
}

/** Votes of every option in every round or stage, and what came of it. */
function votesTable({ t, count, say }: Source, { kind, heads, held, cell, rest, quota }: Votes): CountTable[] {
  if (heads.length === 0) return []
  return [
    {
      kind,
      caption: t('counting:table_votes'),
      columns: [t('counting:table_option'), ...heads, t('counting:table_result')],
      rows: [
        ...byLastHeld(held, count).map((option) => ({
          head: say.name(option),
          cells: [...heads.map((_, column) => cell(option, column)), resultCell(t, count, option)],
        })),
        ...rest.map(([head, texts]) => ({ head, cells: [...texts.map((text) => number(text, null)), nothing] })),
      ],
      largest: largestOf(held.map((row) => row.map((votes) => drawnAs(votes ?? 0)))),
      quota,
    },
  ]
}

function projectsTable({ t, count, say }: Source): CountTable[] {
  const looked = stepsOf(count, 'lookedAt')
  if (looked.length === 0) return []
  const values = looked.map(({ score }) => drawnAs(score))
  return [
    {
      kind: 'projects',
      caption: t(count.method === 'greedy' ? 'counting:table_projects' : 'counting:table_rest'),
      columns: [
        t('counting:table_project'),
        t('counting:table_score'),
        t('counting:table_cost'),
        t('counting:table_left'),
        t('counting:table_outcome'),
      ],
      rows: looked.map((step, at) => ({
        head: say.name(step.option),
        cells: [
          number(say.amount(step.score), values[at]!),
          number(say.amount(step.cost), null),
          number(say.amount(step.left), null),
          word(t(`counting:outcome_${step.outcome}`), step.outcome === 'funded' ? 'elected' : 'out'),
        ],
      })),
      largest: Math.max(...values, 0),
      quota: null,
    },
  ]
}

function boughtTable({ t, count, say }: Source): CountTable[] {
  const bought = stepsOf(count, 'bought')
  if (bought.length === 0) return []
  const values = bought.map(({ effectiveVotes }) => drawnAs(effectiveVotes))
  return [
    {
      kind: 'bought',
      caption: t('counting:table_projects'),
      columns: [
        t('counting:table_project'),
        t('counting:table_effectiveVotes'),
        t('counting:table_cost'),
        t('counting:table_supporters'),
        t('counting:table_payment'),
      ],
      rows: bought.map((step, at) => ({
        head: say.name(step.option),
        cells: [
          number(say.amount(step.effectiveVotes), values[at]!),
          number(say.amount(step.cost), null),
          number(say.amount(step.supporters), null),
          number(say.amount(step.payment), null),
        ],
      })),
      largest: Math.max(...values, 0),
      quota: null,
    },
  ]
}

function raisedTable({ t, count, say }: Source): CountTable[] {
  const steps = longRunsShortened(stepsOf(count, 'raised'))
  if (steps.length === 0) return []
  return [
    {
      kind: 'raised',
      caption: t('counting:table_raised'),
      columns: [t('counting:table_each'), t('counting:table_sum'), t('counting:table_outcome')],
      rows: steps.map((part) =>
        part.kind === 'step' && part.step.kind === 'raised'
          ? {
              head: say.amount(part.step.each),
              cells: [
                number(say.amount(part.step.cost), null),
                word(t(`counting:outcome_${part.step.outcome}`), part.step.outcome === 'kept' ? 'elected' : 'out'),
              ],
            }
          : { head: '…', cells: [nothing, nothing] },
      ),
      largest: 0,
      quota: null,
    },
  ]
}

const nothing: CountCell = { text: '', value: null, mark: null, isWord: false }

function number(text: string, value: number | null): CountCell {
  return { text, value, mark: null, isWord: false }
}

function word(text: string, mark: CellMark | null): CountCell {
  return { text, value: null, mark, isWord: true }
}

function resultCell(t: Translate, count: Count, option: number): CountCell {
  const at = count.elected.indexOf(option)
  if (at < 0) return word('', null)
  if (budgetMethods.includes(count.method)) return word(t('counting:outcome_funded'), 'elected')
  if (count.elected.length === 1) return word(t('counting:mark_elected'), 'elected')
  return word(t('counting:mark_electedAt', { place: at + 1 }), 'elected')
}

/** Those elected first, in their order; then the others, whoever stayed longest and with the most votes first. */
function byLastHeld(held: readonly (readonly (Amount | null)[])[], count: Count): number[] {
  const last = held.map((votes) => votes.findLastIndex((vote) => vote !== null))
  const votes = held.map((row, option) => drawnAs(row[last[option]!] ?? 0))
  const place = held.map((_, option) => {
    const at = count.elected.indexOf(option)
    return at < 0 ? held.length : at
  })
  const order = held.map((_, option) => option)
  return order.sort((a, b) => place[a]! - place[b]! || last[b]! - last[a]! || votes[b]! - votes[a]! || a - b)
}

/** Gives decimal figures of one column as many decimals each, so that they stand in line. */
export function alignDecimals(texts: readonly string[]): string[] {
  const decimals = texts.map((text) => /^-?[\d,]+(?:\.(\d+))?$/.exec(text)?.[1]?.length ?? 0)
  const most = Math.max(0, ...decimals)
  if (most === 0) return [...texts]
  return texts.map((text, at) => {
    if (!/^-?[\d,]+(?:\.\d+)?$/.test(text)) return text
    return `${text}${decimals[at] === 0 ? '.' : ''}${'0'.repeat(most - decimals[at]!)}`
  })
}

/** The word that stands beside a mark's shape. */
export function markWord(t: Translate, mark: CellMark): string {
  return t(`counting:mark_${mark}`)
}

/** The largest of many lists. Not in one call: hundreds of stages of hundreds of options are more than a call can take. */
function largestOf(lists: readonly (readonly number[])[]): number {
  return lists.reduce((most, list) => list.reduce((larger, value) => Math.max(larger, value), most), 0)
}
