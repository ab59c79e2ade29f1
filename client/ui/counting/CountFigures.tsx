import { scaleLinear } from 'd3-scale'
import type { CountCell, CountTable } from '../../../shared/counting/words/tables.ts'
import type { Translate } from '../../../shared/i18n/texts.ts'
import { percent } from '../charts/percent.ts'
import { CountMark, MarkShape } from './CountMark.tsx'

interface Props {
  t: Translate
  table: CountTable
}

/**
 * The figures of some steps as a table whose cells hold their bars, all from nought and to one scale: the drawing and its
 * table are one. It scrolls inside its own frame where it does not fit, and the names stay in sight.
 */
export function CountFigures({ t, table }: Props) {
  const { kind, caption, columns, rows } = table
  const isMatrix = kind === 'pairs' || kind === 'paths'
  const [head, ...others] = columns
  const isWords = others.map((_, at) => rows.some(({ cells }) => cells[at]?.isWord))
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section class="patch-scroll patch-count__frame" aria-label={caption} tabIndex={0}>
        <table class={tableClass(columns.length, isMatrix)}>
          <caption class="govuk-visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {others.map((title, at) => (
                <th scope="col" class={isWords[at] ? undefined : 'patch-count__number'} key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ head: name, cells }, row) => (
              <tr key={`${row} ${name}`}>
                <th scope="row">{name}</th>
                {cells.map((cell, at) => (
                  <td class={isWords[at] ? undefined : 'patch-count__number'} key={others[at]}>
                    <Cell t={t} cell={cell} table={table} isQuiet={isMatrix} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Key t={t} table={table} isMatrix={isMatrix} />
    </>
  )
}

/** More columns than stand on an upright sheet. */
const wideFrom = 9

function tableClass(columns: number, isMatrix: boolean): string {
  const classes = ['patch-count', isMatrix && 'patch-count--matrix', columns >= wideFrom && 'patch-count--wide']
  return classes.filter(Boolean).join(' ')
}

function Cell({ t, cell, table, isQuiet }: Props & { cell: CountCell; isQuiet: boolean }) {
  const { text, value, mark, isWord } = cell
  return (
    <>
      {text && !(isWord && mark) && <span class="patch-count__figure">{text}</span>}
      {value !== null && <Bar value={value} table={table} />}
      {mark && (
        <span class="patch-count__what">
          {isQuiet && ' '}
          {isWord ? <MarkShape mark={mark} /> : <CountMark t={t} mark={mark} isQuiet={isQuiet} />}
          {isWord && text}
        </span>
      )}
    </>
  )
}

function Bar({ value, table: { largest, quota } }: { value: number; table: CountTable }) {
  const scale = scaleLinear()
    .domain([0, Math.max(largest, quota?.value ?? 0) || 1])
    .range([0, 1])
    .clamp(true)
  return (
    <svg class="patch-count__bar" aria-hidden="true">
      <rect class="patch-bars__track" y="2" width="100%" height="8" />
      <rect class="patch-bars__fill" y="2" width={percent(scale(value))} height="8" />
      {quota !== null && (
        <line
          class="patch-bars__tick"
          x1={percent(scale(quota.value))}
          x2={percent(scale(quota.value))}
          y1="0"
          y2="12"
        />
      )}
    </svg>
  )
}

/** What the upright line and the shapes of a matrix mean. */
function Key({ t, table: { quota }, isMatrix }: Props & { isMatrix: boolean }) {
  if (quota !== null)
    return (
      <p class="patch-count__key">
        <svg class="patch-bars__sample" aria-hidden="true" width="8" height="14">
          <line class="patch-bars__tick" x1="4" x2="4" y1="0" y2="14" />
        </svg>{' '}
        {t('counting:key_quota', { quota: quota.text })}
      </p>
    )
  if (!isMatrix) return null
  return (
    <p class="patch-count__key">
      {t('counting:key_row')}{' '}
      {(['wins', 'loses', 'level'] as const).map((mark) => (
        <span key={mark}>
          <CountMark t={t} mark={mark} />{' '}
        </span>
      ))}
    </p>
  )
}
