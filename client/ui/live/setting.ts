import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CommandInput, CommandKind } from '../../../shared/live/commands.ts'
import type { FormFields } from '../../../shared/live/formCommands.ts'
import type { Answer, Done } from '../../../shared/live/protocol.ts'

/** A form that was refused, as the page without script shows it again. */
export interface RefusedForm {
  /** Which form: see CommandForm. */
  form: string
  message: string
  typed: FormFields
}

/** What the parts of a live page share. */
export interface LiveSetting {
  meeting: number
  /** Where forms are sent without script. */
  action: string
  /** Makes each page that is opened another one, so that a form sent twice counts once. */
  once: string
  /** The server's clock when the page was written. */
  writtenAt: number
  refused: RefusedForm | null
  /** The panels that the page came with: of which item with which panels (`id figures standards`), and the markup. */
  panel?: { of: string; html: string }
  /** The browser's part; without script there is none. */
  live?: {
    /** The server's clock now. */
    now(): number
    send<Kind extends CommandKind>(kind: Kind, detail: CommandInput<Kind>['detail']): Promise<Answer<Done>>
    /** What was typed into a form and not sent, kept over a reload. */
    drafts: Drafts
  }
}

export interface Drafts {
  read(form: string): FormFields | undefined
  write(form: string, fields: FormFields): void
  forget(form: string): void
}

export const LiveContext = createContext<LiveSetting | undefined>(undefined)

export function useLive(): LiveSetting {
  const setting = useContext(LiveContext)
  if (!setting) throw new Error('useLive outside a live page')
  return setting
}
