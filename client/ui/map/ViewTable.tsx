import { formatCount } from '../../../shared/figures/numbers.ts'
import type { NeighbourhoodRow, PointRow, ViewAnswer } from '../../../shared/map/answers.ts'
import { type MapView, mapPath } from '../../../shared/map/view.ts'
import { type CrimeMapProps, inLanguage, insteadOf, type MapActions } from './props.ts'

type Props = Pick<CrimeMapProps, 'language' | 'words' | 'view' | 'answer'> & { actions: MapActions | undefined }

/** What is in view, as a table: the same figures as the map, and what stands in its place without script or WebGL. */
export function ViewTable(props: Props) {
  const { answer, words } = props
  if (answer.rows.length === 0) return <p class="govuk-body">{words.nothingHere}</p>
  const withSecond = hasSecondColumn(answer)
  return (
    <>
      <table class="govuk-table patch-map__table">
        <caption class="govuk-table__caption govuk-table__caption--s">
          {answer.texts.caption}
          <span class="patch-map__order">{answer.texts.order}</span>
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              {answer.kind === 'points' ? words.pointColumn : words.neighbourhoodColumn}
            </th>
            {withSecond && (
              <th scope="col" class="govuk-table__header">
                {answer.kind === 'points' ? words.neighbourhoodColumn : words.forceColumn}
              </th>
            )}
            <th scope="col" class="govuk-table__header govuk-table__header--numeric">
              {answer.kind === 'points' ? words.countColumn : words.wholeCountColumn}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {answer.rows.map((row) =>
            row.kind === 'point' ? (
              <PointLine key={row.id} row={row} {...props} />
            ) : (
              <NeighbourhoodLine key={`${row.force}/${row.code}`} row={row} {...props} />
            ),
          )}
        </tbody>
      </table>
      <Pager {...props} />
    </>
  )
}

function PointLine({ row, answer, language, words, view, actions }: Props & { row: PointRow }) {
  return (
    <tr class="govuk-table__row" {...(row.id === view.point ? { 'aria-current': 'true' as const } : {})}>
      <th scope="row" class="govuk-table__header patch-map__name">
        <a
          class="govuk-link"
          href={inLanguage(language, mapPath({ ...view, point: row.id }))}
          data-point={row.id}
          {...insteadOf(actions && (() => actions.onPoint(row.id)))}
        >
          {row.street || words.unnamedPoint}
        </a>
      </th>
      {hasSecondColumn(answer) && <td class="govuk-table__cell">{row.neighbourhood}</td>}
      <td class="govuk-table__cell govuk-table__cell--numeric">{formatCount(row.count, language)}</td>
    </tr>
  )
}

function NeighbourhoodLine({ row, answer, language, words }: Props & { row: NeighbourhoodRow }) {
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header patch-map__name">
        <a class="govuk-link" href={neighbourhoodPath(language, row)}>
          {row.name}
        </a>
      </th>
      {hasSecondColumn(answer) && <td class="govuk-table__cell">{row.forceName}</td>}
      <td class={`govuk-table__cell govuk-table__cell--numeric${row.count === null ? ' patch-missing' : ''}`}>
        {row.count === null ? words.noFigures : formatCount(row.count, language)}
      </td>
    </tr>
  )
}

/** The neighbourhood of a point, or the force of a neighbourhood, is worth a column where there are several. */
function hasSecondColumn({ rows }: ViewAnswer): boolean {
  return new Set(rows.map((row) => (row.kind === 'point' ? row.neighbourhood : row.force))).size > 1
}

/** The address of a neighbourhood's page; codes may hold spaces and slashes. */
export function neighbourhoodPath(
  language: CrimeMapProps['language'],
  { force, code }: { force: string; code: string },
): string {
  return inLanguage(language, `/neighbourhoods/${force}/${encodeURIComponent(code)}`)
}

function Pager({ answer, language, words, view, actions }: Props) {
  if (answer.pages < 2) return null
  const step = (page: number, text: string, rel: 'prev' | 'next') => (
    <a
      class="govuk-link"
      rel={rel}
      href={pagePath(language, view, page)}
      {...insteadOf(actions && (() => actions.onPage(page)))}
    >
      {text}
    </a>
  )
  return (
    <nav class="patch-map__pager" aria-label={words.pages}>
      {answer.page > 1 && step(answer.page - 1, words.previous, 'prev')}
      <span>
        {answer.page} / {answer.pages}
      </span>
      {answer.page < answer.pages && step(answer.page + 1, words.next, 'next')}
    </nav>
  )
}

function pagePath(language: CrimeMapProps['language'], view: MapView, page: ViewAnswer['page']): string {
  return inLanguage(language, mapPath(view, page))
}
