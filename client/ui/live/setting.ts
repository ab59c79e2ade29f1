import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { refusedFor } from '../../../shared/live/commandRules.ts'
import type { CommandInput, CommandKind } from '../../../shared/live/commands.ts'
import type { FormFields } from '../../../shared/live/formCommands.ts'
import type { Answer, Done } from '../../../shared/live/protocol.ts'
import type { Phase } from '../../../shared/live/state.ts'

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
  /** The map of the place, as the page before the meeting comes with it: markup. */
  placeMap?: string
  /** On the desk: whether the chair is of the team; a resident does less after the close. */
  isTeam?: boolean
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

/** Whether the chair who looks may send a kind of command in a phase: what they may not is not offered. */
export function useMayChair(phase: Phase): (kind: CommandKind) => boolean {
  const { isTeam = false } = useLive()
  return (kind) => refusedFor(kind, { kind: 'chair', isTeam }, phase) === undefined
}

export function useLive(): LiveSetting {
  const setting = useContext(LiveContext)
  if (!setting) throw new Error('useLive outside a live page')
  return setting
}
