import type { ShownForm } from '../../client/ui/manage/ManageForm.tsx'
import type { Entered } from './manage.ts'

/** A form that nobody has sent yet. */
export const unsent = { problems: {}, meanwhile: null } as const

/** What publishing something new has in common: nothing stands that could be overwritten. */
export function adding(entered: Entered, show: (form: ShownForm, status: number) => Promise<void>) {
  return { who: entered, standing: null, readAgain: async () => ({ texts: {}, revision: 0 }), show }
}

/** The way back from a form to the list. */
export function backTo({ paths, neighbourhood }: Entered) {
  return { href: paths.priorities, text: `Priorities in ${neighbourhood.name}` }
}

/** The address of a priority in the list. */
export function anchor({ paths }: Entered, id: number): string {
  return `${paths.priorities}#priority-${id}`
}
