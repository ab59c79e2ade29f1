import { z } from 'zod'
import type { TextKey } from '../i18n/texts.ts'
import { day, filled, line, lines, optionalName, uuid, webAddress, wholeNumber } from './commandFields.ts'
import { itemKindNames, panels } from './itemKinds.ts'
import { most } from './limits.ts'
import { entryKinds } from './state.ts'

const { characters } = most
const nothing = z.object({})
const oneItem = z.object({ item: uuid })
const oneHand = z.object({ hand: uuid })
const oneQuestion = z.object({ question: uuid })

const itemFields = {
  kind: z.enum(itemKindNames),
  title: filled(line(characters.title), 'live:titleEmpty'),
  titleWelsh: line(characters.title),
  plannedMinutes: wholeNumber(0, most.plannedMinutes),
  lead: line(characters.lead),
  documents: z.array(z.object({ title: line(characters.title), url: webAddress })).max(most.documents),
  shows: z.array(z.enum(panels)),
}
const newItem = z.object({
  ...itemFields,
  id: uuid,
  titleWelsh: itemFields.titleWelsh.default(''),
  lead: itemFields.lead.default(''),
  documents: itemFields.documents.default([]),
  shows: itemFields.shows.default([]),
})

const entryFields = {
  item: uuid.nullable(),
  kind: z.enum(entryKinds),
  text: filled(lines(characters.entry), 'live:entryEmpty'),
  owner: line(characters.owner),
  dueOn: day.nullable(),
}
const newEntry = z.object({
  ...entryFields,
  id: uuid,
  item: entryFields.item.default(null),
  owner: entryFields.owner.default(''),
  dueOn: entryFields.dueOn.default(null),
})

/** Questions that the chair has chosen; one that is named twice counts once. */
const severalQuestions = z
  .array(uuid)
  .max(most.chosenQuestions)
  .transform((questions) => [...new Set(questions)])
const chosen = severalQuestions.refine((questions) => questions.length > 0, {
  error: 'live:nothingChosen' satisfies TextKey,
})
const reason = filled(line(characters.reason), 'live:reasonEmpty')

const newQuestion = z.object({
  question: uuid,
  text: filled(lines(characters.question), 'live:questionEmpty'),
  name: optionalName,
  item: uuid.nullable().default(null),
})

/** What each kind of command carries. */
export const commandDetails = {
  'question:ask': newQuestion,
  'question:back': oneQuestion,
  'question:unback': oneQuestion,
  'hand:raise': z.object({ hand: uuid, name: optionalName }),
  'hand:lower': oneHand,

  'meeting:start': nothing,
  'meeting:next': z.object({ from: uuid.nullable() }),
  'meeting:back': z.object({ from: uuid.nullable() }),
  'meeting:goto': oneItem,
  'meeting:pause': nothing,
  'meeting:resume': nothing,
  'meeting:close': nothing,
  'meeting:reopen': nothing,
  'settings:change': z.object({
    questionsModerated: z.boolean().optional(),
    questionsPerDevice: wholeNumber(0, most.questionsPerDevice).optional(),
    minutesShown: z.enum(['live', 'end']).optional(),
    /** Whether only devices may ask that came before it was switched on. */
    knownDevicesOnly: z.boolean().optional(),
  }),
  'agenda:add': z.object({ item: newItem, before: uuid.nullable().default(null) }),
  'agenda:change': z.object({ item: uuid, set: z.object(itemFields).partial() }),
  'agenda:move': z.object({ item: uuid, before: uuid.nullable() }),
  'agenda:drop': oneItem,
  'queue:add': z.object({ hand: uuid, name: optionalName }),
  'queue:call': oneHand,
  'queue:done': oneHand,
  'queue:remove': oneHand,
  'queue:move': z.object({ hand: uuid, before: uuid.nullable() }),
  'question:add': newQuestion,
  'question:approve': oneQuestion,
  'question:hide': z.object({ question: uuid, reason }),
  'questions:approve': z.object({ questions: chosen }),
  'questions:hide': z
    .object({ questions: severalQuestions.default([]), waiting: severalQuestions.default([]), reason })
    .refine(({ questions, waiting }) => questions.length + waiting.length > 0, {
      error: 'live:nothingChosen' satisfies TextKey,
      path: ['questions'],
    }),
  'question:merge': z.object({ question: uuid, into: uuid }),
  'question:pin': oneQuestion,
  'question:unpin': oneQuestion,
  'question:answering': oneQuestion,
  'question:answer': z.object({ question: uuid, text: lines(characters.answer).default('') }),
  'question:later': oneQuestion,
  'minutes:add': z.object({ entry: newEntry }),
  'minutes:change': z.object({ entry: uuid, seen: z.number().int(), set: z.object(entryFields).partial() }),
  'minutes:remove': z.object({ entry: uuid, seen: z.number().int() }),
  'attendance:room': z.object({ count: wholeNumber(0, most.room).nullable() }),
  'minutes:publish': nothing,
  'minutes:withdraw': nothing,
} as const

export type CommandKind = keyof typeof commandDetails
export type CommandDetails = { [Kind in CommandKind]: z.output<(typeof commandDetails)[Kind]> }
/** A command as a client writes it: what has a default may be left out. */
export type CommandInput<Kind extends CommandKind = CommandKind> = {
  [K in Kind]: { id: string; meeting: number; kind: K; detail: z.input<(typeof commandDetails)[K]> }
}[Kind]
/** A command that has been read. `id` is made by the client: the same one again gets the first answer and changes nothing. */
export type Command<Kind extends CommandKind = CommandKind> = {
  [K in Kind]: { id: string; meeting: number; kind: K; detail: CommandDetails[K] }
}[Kind]

/** The number of a meeting. */
export const meetingId = z.number().int().min(1).max(999_999_999)

const envelope = z.object({ id: uuid, meeting: meetingId, kind: z.string(), detail: z.unknown().optional() })

/** Something in a command that is to be mended. */
export interface Problem {
  /** The part of the message: `detail.text`. */
  field: string
  /** A key of `live:`, or what zod says where a program and not a person is at fault. */
  message: string
  values: Record<string, number>
}

/** Reads a command that came from outside. */
export function readCommand(given: unknown): { ok: true; command: Command } | { ok: false; problem: Problem } {
  const outer = envelope.safeParse(given)
  if (!outer.success) return { ok: false, problem: problemOf(outer.error, []) }
  const { kind, detail, ...rest } = outer.data
  if (!isCommandKind(kind)) return { ok: false, problem: { field: 'kind', message: 'Unknown kind', values: {} } }
  const inner = commandDetails[kind].safeParse(detail ?? {})
  if (!inner.success) return { ok: false, problem: problemOf(inner.error, ['detail']) }
  return { ok: true, command: { ...rest, kind, detail: inner.data } as Command }
}

function isCommandKind(kind: string): kind is CommandKind {
  return Object.hasOwn(commandDetails, kind)
}

function problemOf(error: z.ZodError, before: string[]): Problem {
  const [issue] = error.issues
  const values = issue?.code === 'custom' ? ((issue.params ?? {}) as Record<string, number>) : {}
  return { field: [...before, ...(issue?.path ?? [])].join('.'), message: issue?.message ?? '', values }
}
