import type { ComponentChildren } from 'preact'
import type { CommandKind } from '../../../../shared/live/commands.ts'
import type { FormFields } from '../../../../shared/live/formCommands.ts'
import { CommandForm } from '../CommandForm.tsx'
import { useLive } from '../setting.ts'

interface KeyProps {
  /** The key that presses it; the island listens (client/islands/live/keys.ts). */
  k: string
  /** What the button is about, for whoever does not see what it stands beside. */
  of?: string
  look?: 'next' | 'plain' | 'small'
  children: ComponentChildren
}

/** A button of a form with the key that presses it. */
export function KeyButton({ k, of, look = 'small', children }: KeyProps) {
  return (
    <button
      type="submit"
      class={
        look === 'next'
          ? 'govuk-button patch-next'
          : look === 'plain'
            ? 'patch-desk-key patch-desk-key--plain'
            : 'patch-desk-key'
      }
      data-key={k}
      aria-keyshortcuts={k}
    >
      {children}
      <About of={of} /> <Key k={k} />
    </button>
  )
}

function About({ of }: { of: string | undefined }) {
  return of === undefined ? null : <span class="govuk-visually-hidden">: {of}</span>
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
  of?: string
  class?: string
  /** The form in it, by its name: refused without script, it stands open with what was typed and why. */
  form?: string
  children: ComponentChildren
}

/** Something that opens, by its key too; the first field in it then has the focus. */
export function Fold({ k, summary, of, form, children, ...more }: FoldProps) {
  const { refused } = useLive()
  return (
    <details class={`patch-fold ${more.class ?? ''}`} open={form !== undefined && refused?.form === form}>
      <summary class="patch-desk-key" data-key={k} aria-keyshortcuts={k}>
        {summary}
        <About of={of} /> <Key k={k} />
      </summary>
      <div class="patch-fold__inside">{children}</div>
    </details>
  )
}

/** An arrow that says in words where it moves something. */
export function Arrow({ isUp }: { isUp: boolean }) {
  return (
    <>
      <span aria-hidden="true">{isUp ? '↑' : '↓'}</span>
      <span class="govuk-visually-hidden">{isUp ? 'Move up' : 'Move down'}</span>
    </>
  )
}
