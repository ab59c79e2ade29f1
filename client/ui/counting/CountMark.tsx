import { type CellMark, markWord } from '../../../shared/counting/words/tables.ts'
import type { Translate } from '../../../shared/i18n/texts.ts'

/** Shapes on a field of 14 by 14: filled where something is won, hollow where it is lost. */
const shapes: Record<CellMark, { path: string; isFilled: boolean }> = {
  elected: { path: 'M7 1.2 8.8 5 12.8 5.5 9.8 8.3 10.6 12.4 7 10.4 3.4 12.4 4.2 8.3 1.2 5.5 5.2 5Z', isFilled: true },
  out: { path: 'M3 3 11 11M11 3 3 11', isFilled: false },
  wins: { path: 'M7 2 12.5 12H1.5Z', isFilled: true },
  loses: { path: 'M7 12 1.5 2.5H12.5Z', isFilled: false },
  level: { path: 'M2 5H12M2 9H12', isFilled: false },
}

/** What became of an option, by a shape and its word. */
export function CountMark({ t, mark, isQuiet }: { t: Translate; mark: CellMark; isQuiet?: boolean }) {
  return (
    <>
      <MarkShape mark={mark} />
      <span class={isQuiet ? 'govuk-visually-hidden' : undefined}>{markWord(t, mark)}</span>
    </>
  )
}

/** The shape of a mark, for where its word stands already. */
export function MarkShape({ mark }: { mark: CellMark }) {
  const { path, isFilled } = shapes[mark]
  return (
    <svg
      class={isFilled ? 'patch-count__mark patch-count__mark--filled' : 'patch-count__mark'}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}
