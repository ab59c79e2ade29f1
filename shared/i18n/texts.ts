import { about } from './about.ts'
import { ballotFiles } from './ballotFiles.ts'
import { categories } from './categories.ts'
import { charts } from './charts.ts'
import { common } from './common.ts'
import { concerns } from './concerns.ts'
import { counting } from './counting.ts'
import { countNotes } from './countNotes.ts'
import { errors } from './errors.ts'
import { feed } from './feed.ts'
import { force } from './force.ts'
import { home } from './home.ts'
import { live } from './live.ts'
import { liveMeeting } from './liveMeeting.ts'
import { map } from './map.ts'
import { meetings } from './meetings.ts'
import { messages } from './messages.ts'
import { minutes } from './minutes.ts'
import { neighbourhood } from './neighbourhood.ts'
import { panels } from './panels.ts'
import { priorities } from './priorities.ts'
import { recount } from './recount.ts'
import { search } from './search.ts'
import { standards } from './standards.ts'
import { team } from './team.ts'

/** Every text of the public pages, a namespace a feature. Add a feature's file here; a test compares both languages. */
export const texts = {
  about,
  ballotFiles,
  categories,
  charts,
  common,
  concerns,
  counting,
  countNotes,
  errors,
  feed,
  force,
  home,
  live,
  liveMeeting,
  map,
  meetings,
  messages,
  minutes,
  neighbourhood,
  panels,
  priorities,
  recount,
  search,
  standards,
  team,
} as const

export const languages = ['en', 'cy'] as const
export type Language = (typeof languages)[number]

type Namespaces = typeof texts
/** A plural form of i18next: `crimes_one` and `crimes_other` are asked for as `crimes`. */
type WithoutPlural<Key extends string> =
  Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key

/** `namespace:key`, as `t` takes it. */
export type TextKey = {
  [Namespace in keyof Namespaces & string]: `${Namespace}:${WithoutPlural<keyof Namespaces[Namespace]['en'] & string>}`
}[keyof Namespaces & string]

/** Gives a text in the page's language, with its values filled in; `count` chooses the plural form. */
export type Translate = (key: TextKey, values?: Record<string, string | number>) => string

/** The locale in which dates and numbers are written. */
export const locales: Record<Language, string> = { en: 'en-GB', cy: 'cy-GB' }
