import type { ComponentChildren } from 'preact'
import { OnceField } from '../form/OnceField.tsx'

/**
 * Everything that can be done to one thing, each with a button of its own (`Button action`), in one form: what is typed for one button is not lost
 * by pressing another.
 * @param revision of the thing as it is shown
 */
export function ActsForm({ revision, children }: { revision: number; children: ComponentChildren }) {
  return (
    <form method="post" novalidate>
      <OnceField />
      <input type="hidden" name="revision" value={revision} />
      {children}
    </form>
  )
}

/** One of the things to do. */
export function Act({ children }: { children: ComponentChildren }) {
  return <div class="patch-message__form">{children}</div>
}
