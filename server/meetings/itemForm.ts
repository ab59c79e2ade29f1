import type { TextKey } from '../../shared/i18n/texts.ts'
import { commandDetails } from '../../shared/live/commands.ts'
import { most } from '../../shared/live/limits.ts'
import type { PlannedItem } from '../../shared/live/state.ts'
import { type Problems, type Typed, typedText } from '../web/forms.ts'
import { translator } from '../web/translate.ts'

/** An item of an agenda as the fields of its form hold it. */
export function itemTexts(item: PlannedItem): Typed {
  return {
    kind: item.kind,
    title: item.title,
    titleWelsh: item.titleWelsh,
    plannedMinutes: String(item.plannedMinutes),
    lead: item.lead,
    shows: item.shows,
    ...Object.fromEntries(
      item.documents.flatMap(({ title, url }, index) => [
        [`documentTitle-${index + 1}`, title],
        [`documentUrl-${index + 1}`, url],
      ]),
    ),
  }
}

/**
 * Reads an item's form by the same rules as every command of an agenda.
 * @param id of the item
 */
export function readItem(
  typed: Typed,
  id: string,
): { ok: true; item: PlannedItem } | { ok: false; problems: Problems } {
  const rows = documentRows(typed)
  const minutes = typedText(typed, 'plannedMinutes').trim()
  const parsed = commandDetails['agenda:add'].safeParse({
    item: {
      id,
      kind: typedText(typed, 'kind'),
      title: typedText(typed, 'title'),
      titleWelsh: typedText(typed, 'titleWelsh'),
      plannedMinutes: /^\d+$/.test(minutes) ? Number(minutes) : minutes,
      lead: typedText(typed, 'lead'),
      documents: rows.map(({ title, url }) => ({ title, url })),
      shows: [typed['shows'] ?? []].flat(),
    },
  })
  const untitled = rows.filter(({ title }) => title === '')
  if (parsed.success && untitled.length === 0) return { ok: true, item: parsed.data.item }
  const problems: Problems = {}
  for (const { path, message, ...issue } of parsed.error?.issues ?? []) {
    const params = 'params' in issue ? (issue.params as Record<string, number>) : {}
    problems[fieldOf(path.slice(1), rows)] ??= message.startsWith('live:')
      ? translator('en')(message as TextKey, params)
      : 'Select what kind of item it is'
  }
  for (const { row } of untitled) problems[`documentTitle-${row}`] = 'Enter what the document is called'
  return { ok: false, problems }
}

interface DocumentRow {
  /** Its number in the form. */
  row: number
  title: string
  url: string
}

/** The rows of documents that hold something. */
function documentRows(typed: Typed): DocumentRow[] {
  return Array.from({ length: most.documents }, (_, index) => ({
    row: index + 1,
    title: typedText(typed, `documentTitle-${index + 1}`).trim(),
    url: typedText(typed, `documentUrl-${index + 1}`).trim(),
  })).filter(({ title, url }) => title !== '' || url !== '')
}

/** The field of the form that a part of an item comes from. */
function fieldOf([first = '', index, part]: readonly PropertyKey[], rows: readonly DocumentRow[]): string {
  if (first !== 'documents') return String(first)
  const { row } = rows[Number(index)] ?? { row: 1 }
  return part === 'title' ? `documentTitle-${row}` : `documentUrl-${row}`
}

/** The parts of an item in which it is other than another: only these are changed, so that what somebody else changed meanwhile stays. */
export function differentParts({ id: _id, ...wanted }: PlannedItem, standing: PlannedItem): Partial<PlannedItem> {
  const entries = Object.entries(wanted).filter(
    ([part, value]) => JSON.stringify(value) !== JSON.stringify(standing[part as keyof PlannedItem]),
  )
  return Object.fromEntries(entries)
}
