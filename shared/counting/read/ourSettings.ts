import { type BallotForm, type Completion, completions } from '../election.ts'
import { isMethod, type Method, methods } from '../methods.ts'
import type { FaultList } from './faultList.ts'
import { type Mark, readMark, wholeNumber } from './numbers.ts'

/** The form, and so the version, of our own files that is read and written. */
export const ourFormat = 'our-patch-ballots'
export const ourCsvTitle = 'Our Patch ballots'
export const ourVersion = 1

/** What our own files say before options and ballots; `docs/ballots.md` explains each. */
export const settingNames = [
  'title',
  'ballots',
  'most',
  'lowest',
  'highest',
  'unmarked',
  'pointsEach',
  'method',
  'seats',
  'seed',
  'completion',
  'budget',
  'threshold',
] as const
export type SettingName = (typeof settingNames)[number]

export const ballotForms = ['approval', 'ranking', 'score', 'points'] as const satisfies readonly BallotForm[]

const onlyFor: Partial<Record<SettingName, readonly BallotForm[]>> = {
  most: ['approval', 'ranking'],
  lowest: ['score'],
  highest: ['score'],
  unmarked: ['score'],
  pointsEach: ['points'],
}

export interface OurSettings {
  title: string | null
  form: BallotForm
  most: number | null
  lowest: Mark | null
  highest: Mark | null
  unmarked: Mark
  pointsEach: Mark | null
  method: Method | null
  seats: number | null
  seed: string | null
  completion: Completion | null
  threshold: number | null
}

/** The settings as they stand in the file: as text, with their lines. */
export type WrittenSettings = ReadonlyMap<SettingName, { text: string; line: number | null }>

/** Null after a fault without which no ballot can be read. */
export function readSettings(written: WrittenSettings, faults: FaultList): OurSettings | null {
  const text = (name: SettingName) => written.get(name)?.text ?? null
  const line = (name: SettingName) => written.get(name)?.line ?? null
  const choice = <Value extends string>(name: SettingName, from: readonly Value[]): Value | null => {
    const value = text(name)
    const found = from.find((known) => known === value)
    if (value !== null && found === undefined)
      faults.add(line(name), 'choice', { name, value, choices: from.join(', ') })
    return found ?? null
  }
  const whole = (name: SettingName, least: number): number | null => {
    const value = text(name)
    if (value === null) return null
    const number = wholeNumber(value)
    if (number !== null && number >= least && number <= 1e12) return number
    faults.add(line(name), 'setting', { name, value, least })
    return null
  }
  const mark = (name: SettingName): Mark | null => {
    const value = text(name)
    if (value === null) return null
    const read = readMark(value)
    if (typeof read !== 'string') return read
    faults.add(line(name), 'settingNumber', { name, value })
    return null
  }

  const form = choice('ballots', ballotForms)
  if (text('ballots') === null) faults.add(null, 'noForm', { forms: ballotForms.join(', ') })
  const method = text('method')
  if (method !== null && !isMethod(method))
    faults.add(line('method'), 'choice', { name: 'method', value: method, choices: methods.join(', ') })
  for (const name of settingNames) {
    const forms = onlyFor[name]
    if (forms && form && written.has(name) && !forms.includes(form))
      faults.add(line(name), 'settingOfOtherForm', { name, form, forms: forms.join(', ') })
  }
  const settings = {
    title: text('title'),
    most: whole('most', 1),
    lowest: mark('lowest'),
    highest: mark('highest'),
    unmarked: mark('unmarked') ?? { units: 0, decimals: 0 },
    pointsEach: mark('pointsEach'),
    method: method !== null && isMethod(method) ? method : null,
    seats: whole('seats', 1),
    seed: text('seed'),
    completion: choice('completion', completions),
    threshold: whole('threshold', 0),
  }
  return form && { ...settings, form }
}
