import type { CommandInput, CommandKind } from './commands.ts'
import type { ItemKind } from './itemKinds.ts'
import type { EntryKind } from './state.ts'

/** What a form holds: the texts of its fields; a box that is not ticked is not there, of several of a name all texts stand with spaces between. */
export type FormFields = Readonly<Record<string, string>>

/** Gives the id of something new; the same form sent twice gives the same. */
export type NewId = (what: string) => string

type Detail<Kind extends CommandKind> = CommandInput<Kind>['detail']
type DetailOf<Kind extends CommandKind> = (fields: FormFields, newId: NewId) => Detail<Kind>

const text = (fields: FormFields, name: string) => fields[name] ?? ''
const orNull = (fields: FormFields, name: string) => text(fields, name) || null
/** What is no number is left to the one door to find fault with. */
const number = (fields: FormFields, name: string) => {
  const typed = text(fields, name).trim()
  return typed === '' ? Number.NaN : Number(typed)
}

const several = (fields: FormFields, name: string) => text(fields, name).split(/\s+/).filter(Boolean)

const nothing = () => ({})
const ofItem = (fields: FormFields) => ({ item: text(fields, 'item') })
const ofHand = (fields: FormFields) => ({ hand: text(fields, 'hand') })
const ofQuestion = (fields: FormFields) => ({ question: text(fields, 'question') })
const seen = (fields: FormFields) => ({ entry: text(fields, 'entry'), seen: number(fields, 'seen') })
const from = (fields: FormFields) => ({ from: orNull(fields, 'from') })
const entry = (fields: FormFields) => ({
  item: orNull(fields, 'item'),
  kind: text(fields, 'entryKind') as EntryKind,
  text: text(fields, 'text'),
  owner: text(fields, 'owner'),
  dueOn: orNull(fields, 'dueOn'),
})
const asked = (fields: FormFields, newId: NewId) => ({
  question: newId('question'),
  text: text(fields, 'text'),
  name: orNull(fields, 'name'),
  item: orNull(fields, 'item'),
})

const details: { [Kind in CommandKind]: DetailOf<Kind> } = {
  'question:ask': asked,
  'question:back': ofQuestion,
  'question:unback': ofQuestion,
  'hand:raise': (fields, newId) => ({ hand: newId('hand'), name: orNull(fields, 'name') }),
  'hand:lower': ofHand,
  'meeting:start': nothing,
  'meeting:next': from,
  'meeting:back': from,
  'meeting:goto': ofItem,
  'meeting:pause': nothing,
  'meeting:resume': nothing,
  'meeting:close': nothing,
  'meeting:reopen': nothing,
  'settings:change': (fields) => ({
    questionsModerated: text(fields, 'questionsModerated') !== '',
    questionsPerDevice: number(fields, 'questionsPerDevice'),
    minutesShown: text(fields, 'minutesShown') as 'live' | 'end',
    knownDevicesOnly: text(fields, 'knownDevicesOnly') !== '',
  }),
  'agenda:add': (fields, newId) => ({
    item: {
      id: newId('item'),
      kind: text(fields, 'itemKind') as ItemKind,
      title: text(fields, 'title'),
      plannedMinutes: number(fields, 'plannedMinutes'),
      lead: text(fields, 'lead'),
    },
    before: orNull(fields, 'before'),
  }),
  'agenda:change': (fields) => ({
    item: text(fields, 'item'),
    set: { title: text(fields, 'title'), plannedMinutes: number(fields, 'plannedMinutes'), lead: text(fields, 'lead') },
  }),
  'agenda:move': (fields) => ({ item: text(fields, 'item'), before: orNull(fields, 'before') }),
  'agenda:drop': ofItem,
  'queue:add': (fields, newId) => ({ hand: newId('hand'), name: orNull(fields, 'name') }),
  'queue:call': ofHand,
  'queue:done': ofHand,
  'queue:remove': ofHand,
  'queue:move': (fields) => ({ hand: text(fields, 'hand'), before: orNull(fields, 'before') }),
  'question:add': asked,
  'question:approve': ofQuestion,
  'question:hide': (fields) => ({ question: text(fields, 'question'), reason: text(fields, 'reason') }),
  'questions:approve': (fields) => ({ questions: [...several(fields, 'questions'), ...several(fields, 'waiting')] }),
  'questions:hide': (fields) => ({
    questions: several(fields, 'questions'),
    waiting: several(fields, 'waiting'),
    reason: text(fields, 'reason'),
  }),
  'question:merge': (fields) => ({ question: text(fields, 'question'), into: text(fields, 'into') }),
  'question:pin': ofQuestion,
  'question:unpin': ofQuestion,
  'question:answering': ofQuestion,
  'question:answer': (fields) => ({ question: text(fields, 'question'), text: text(fields, 'text') }),
  'question:later': ofQuestion,
  'minutes:add': (fields, newId) => ({ entry: { id: newId('entry'), ...entry(fields) } }),
  'minutes:change': (fields) => ({ ...seen(fields), set: entry(fields) }),
  'minutes:remove': seen,
  'attendance:room': (fields) => ({ count: text(fields, 'count').trim() === '' ? null : number(fields, 'count') }),
  'minutes:publish': nothing,
  'minutes:withdraw': nothing,
}

/** Whether a text names a kind of command. */
export function isFormKind(kind: string): kind is CommandKind {
  return Object.hasOwn(details, kind)
}

/**
 * What a form's command carries, as it was typed: the door for commands reads it. Pages build commands here with script and without, so that
 * both send the same.
 */
export function detailOf<Kind extends CommandKind>(kind: Kind, fields: FormFields, newId: NewId): Detail<Kind> {
  return (details[kind] as DetailOf<Kind>)(fields, newId)
}
