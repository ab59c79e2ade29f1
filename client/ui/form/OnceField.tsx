import { usePage } from '../page.ts'

/** Stands in forms that add something: the same form sent twice adds it once. */
export function OnceField() {
  return <input type="hidden" name="once" value={usePage().once} />
}
