import type { Person } from '../accounts/rules.ts'

/** The id of a person's account, for rows that name one; a machine has none. */
export function personIdOf(person: Person): string | null {
  return person.via === 'session' ? person.id : null
}
