import type { ComponentChildren } from 'preact'
import type { CommandKind } from '../../../../shared/live/commands.ts'
import type { FormFields } from '../../../../shared/live/formCommands.ts'
import { CommandForm } from '../CommandForm.tsx'

interface KeyProps {
  /** The key that presses it; the island listens (client/islands/live/keys.ts). */
  k: string
  /** For whoever does not see what the button stands beside. */
  label?: string
  look?: 'next' | 'plain' | 'small'
  children: ComponentChildren
}

/** A button of a form with the key that presses it. */
export function KeyButton({ k, label, look = 'small', children }: KeyProps) {
  return (
    <button
      type="submit"
      class={
        look === 'next' ? 'govuk-button patch-next' : look === 'plain' ? 'patch-key patch-key--plain' : 'patch-key'
      }
      data-key={k}
      aria-keyshortcuts={k}
      {...(label ? { 'aria-label': label } : {})}
    >
      {children} <Key k={k} />
    </button>
  )
}

/** A key as it is shown. */
export function Key({ k }: { k: string }) {
  return (
    <span class="patch-kbd" aria-hidden="true">
      {k.length === 1 ? k.toUpperCase() : k}
    </span>
  )
}

interface ActionProps extends KeyProps {
  kind: CommandKind
  about?: string
  fields?: FormFields
}

/** One thing to do: a form that is a button. */
export function Action({ kind, about = '', fields = {}, ...button }: ActionProps) {
  return (
    <CommandForm kind={kind} about={about} fields={fields} class="patch-action-form">
      <KeyButton {...button} />
    </CommandForm>
  )
}

interface FoldProps {
  k: string
  summary: ComponentChildren
  label?: string
  class?: string
  children: ComponentChildren
}

/** Something that opens, by its key too; the first field in it then has the focus. */
export function Fold({ k, summary, label, children, ...more }: FoldProps) {
  return (
    <details class={`patch-fold ${more.class ?? ''}`}>
      <summary class="patch-key" data-key={k} aria-keyshortcuts={k} {...(label ? { 'aria-label': label } : {})}>
        {summary} <Key k={k} />
      </summary>
      <div class="patch-fold__inside">{children}</div>
    </details>
  )
}
