import { formatCount, formatList, formatMonth } from '../../shared/figures/numbers.ts'
import type { Language, Translate } from '../../shared/i18n/texts.ts'
import type { NeighbourhoodRow, PointRow, ViewAnswer } from '../../shared/map/answers.ts'
import { hexagonResolution, mapKind } from '../../shared/map/zoomRules.ts'
import { firstDay } from '../../shared/month.ts'
import type { Context } from '../context.ts'
import { categoryId } from '../tiles/schemas.ts'
import { translator } from '../web/translate.ts'
import {
  type CrimesInBox,
  type ForceInBox,
  forcesInBox,
  hexagonsInBox,
  neighbourhoodsInBox,
  pointsInBox,
} from './mapQueries.ts'
import type { AskedView } from './mapSchemas.ts'

/** How many rows one part of the table has. */
export const rowsAPage = 100

/** What the table lists: its rows and how many there are in all, and what is drawn in the box. */
type Listed = Pick<ViewAnswer, 'total' | 'places' | 'rows' | 'rowsInAll'>

/** The table of a view: the same figures, for the same box, as the tiles of its zoom. */
export async function viewAnswer(context: Context, asked: AskedView): Promise<ViewAnswer> {
  const { box, month, category, page, language } = asked
  const dataVersion = await context.dataVersion()
  const wanted: CrimesInBox = { box, day: firstDay(month), categoryId: categoryId(category) }
  const kind = mapKind(asked.zoom)
  const forces = await forcesInBox(context.published, wanted)
  const listed =
    kind === 'points' ? await listedPoints(context, asked, wanted) : await listedNeighbourhoods(context, asked, wanted)
  const missing = forces.filter((force) => force.unplaced === null)
  return {
    dataVersion,
    month,
    category,
    box,
    kind,
    ...listed,
    page,
    pages: Math.max(1, Math.ceil(listed.rowsInAll / rowsAPage)),
    missing: missing.map(({ id, name }) => ({ force: id, name })),
    invented: forces.some((force) => force.isInvented),
    texts: viewTexts(translator(language), asked, kind, listed, forces),
  }
}

async function listedPoints(context: Context, { page, language }: AskedView, wanted: CrimesInBox): Promise<Listed> {
  const part = { limit: rowsAPage, offset: (page - 1) * rowsAPage }
  const { total, places, points } = await pointsInBox(context.published, wanted, part)
  const rows = points.map(
    ({ neighbourhoodWelsh, ...point }): PointRow => ({
      kind: 'point',
      ...point,
      street: streetName(point.street),
      neighbourhood: nameIn(language, point.neighbourhood, neighbourhoodWelsh),
    }),
  )
  return { total, places, rows, rowsInAll: places }
}

async function listedNeighbourhoods(
  context: Context,
  { zoom, page, language }: AskedView,
  wanted: CrimesInBox,
): Promise<Listed> {
  const part = { limit: rowsAPage, offset: (page - 1) * rowsAPage }
  const drawn = await hexagonsInBox(context.published, wanted, hexagonResolution(zoom))
  const { inAll, neighbourhoods } = await neighbourhoodsInBox(context.published, wanted, part)
  const rows = neighbourhoods.map(
    ({ nameWelsh, ...found }): NeighbourhoodRow => ({
      kind: 'neighbourhood',
      ...found,
      name: nameIn(language, found.name, nameWelsh) ?? found.name,
    }),
  )
  return { ...drawn, rows, rowsInAll: inAll }
}

function viewTexts(
  t: Translate,
  { month, category, page, language }: AskedView,
  kind: ViewAnswer['kind'],
  { total, places, rows, rowsInAll }: Listed,
  forces: readonly ForceInBox[],
): ViewAnswer['texts'] {
  const counted = (count: number) => ({ count, number: formatCount(count, language) })
  const inWords = { month: formatMonth(month, language), category: t(`categories:${category}`) }
  const missing = forces.filter((force) => force.unplaced === null).map((force) => force.name)
  const unplaced = forces.reduce((sum, force) => sum + (force.unplaced ?? 0), 0)
  const part = {
    ...counted(rowsInAll),
    from: formatCount(rows.length === 0 ? 0 : (page - 1) * rowsAPage + 1, language),
    to: formatCount((page - 1) * rowsAPage + rows.length, language),
  }
  const summary = () => {
    // Where no force is known to have figures, nothing found is never told as nothing recorded.
    if (total === 0 && missing.length === forces.length) return t('map:summaryNoFigures', inWords)
    if (total === 0) return t('map:summaryNothing', inWords)
    return t('map:summary', {
      ...inWords,
      crimes: t('map:crimes', counted(total)),
      places: kind === 'points' ? t('map:atPoints', counted(places)) : t('map:inHexagons', counted(places)),
    })
  }
  return {
    summary: summary(),
    caption: kind === 'points' ? t('map:pointsCaption') : t('map:neighbourhoodsCaption'),
    order: kind === 'points' ? t('map:nearestFirst', part) : t('map:byName', part),
    missing:
      missing.length > 0 ? t('map:missing', { forces: formatList(missing, language), month: inWords.month }) : null,
    unplaced: unplaced > 0 ? t('map:unplaced', counted(unplaced)) : null,
  }
}

/** A street as published, without the words before it; '' where the file names none. */
export function streetName(published: string): string {
  return published.replace(/^on or near\s*/i, '').trim()
}

/** A name in a language; the English one where there is no other. */
export function nameIn(language: Language, name: string | null, welsh: string | null): string | null {
  return language === 'cy' && welsh ? welsh : name
}
