import type { ResultForm } from '../../client/pages/manage/StandardResultPage.tsx'
import type { Context } from '../context.ts'
import { shownRevision } from '../web/fields.ts'
import { type Problems, type Typed, typedText } from '../web/forms.ts'
import type { Desk } from './desk.ts'
import { type ResultPlace, writtenAbout } from './resultQueries.ts'

/** The two things that are written on the page of a result; both stand in one form, so that saving one loses nothing of the other. */
export type Part = 'explain' | 'enter'
export const bothParts: readonly Part[] = ['explain', 'enter']

export interface Shown {
  typed: Typed
  /** The parts of which what was typed is shown; of the others what stands. */
  parts: readonly Part[]
  problems?: Problems
  /** Somebody else was faster with this part: what stands now is shown beside what was typed. */
  conflict?: Part
  /** One part is saved, the other is not yet. */
  isUnsaved?: boolean
}

/** What stands of a result's two parts, as their fields hold it. */
export async function standing(context: Context, desk: Desk, place: ResultPlace) {
  const written = await writtenAbout(context.database.kysely, place.neighbourhoodId)
  const said = written.explanation(place.key, place.quarter)
  const figure = written.entered(place.key, place.quarter)
  return {
    explain: {
      revision: said?.revision ?? 0,
      revisionField: 'revision',
      rows: [
        { name: 'text', label: 'In plain words', text: said?.text ?? '' },
        { name: 'textWelsh', label: 'In Welsh', text: said?.textWelsh ?? '' },
      ],
    },
    enter: {
      revision: figure?.revision ?? 0,
      revisionField: 'figureRevision',
      rows: [
        { name: 'value', label: 'The figure', text: figure ? String(figure.value) : '' },
        { name: 'evidence', label: 'What it rests on', text: figure?.evidence ?? '' },
        { name: 'enteredAs', label: 'Entered by', text: figure?.enteredAs ?? desk.person.name },
      ],
    },
  } satisfies Record<Part, Standing>
}

export interface Standing {
  revision: number
  revisionField: string
  rows: readonly { name: string; label: string; text: string }[]
}

/** A part with what stands, or with what was typed where that is shown. */
export function formOf(
  { typed, parts, conflict }: Shown,
  part: Part,
  { revision, revisionField, rows }: Standing,
): ResultForm {
  const isTyped = parts.includes(part)
  const text = (row: Standing['rows'][number]) => (isTyped && row.name in typed ? typedText(typed, row.name) : row.text)
  const isConflict = conflict === part
  return {
    typed: Object.fromEntries(rows.map((row) => [row.name, text(row)])),
    revision: isTyped && !isConflict ? shownRevision.parse(typedText(typed, revisionField) || '0') : revision,
    conflict: isConflict
      ? rows
          .map((row) => ({ label: row.label, typed: text(row), now: row.text }))
          .filter((both) => both.typed.trim() !== both.now.trim())
      : null,
  }
}
