import type { TextKey } from '../../i18n/texts.ts'
import { type Measure, numberTerm, type TermField, type Unit } from '../measure.ts'

/** What somebody has entered for a quarter; null: nobody has. */
export type EnteredFacts = { value: number } | null

/** What a measure that people enter has of its own. */
interface EnteredGiven {
  name: string
  /** The least or the most that the target allows. */
  target: { label: string; hint?: string; initial: number; max: number; is: 'least' | 'most' }
  /** Other numbers that the target names, such as the seconds of "within 10 seconds". */
  also?: readonly Extract<TermField, { kind: 'number' }>[]
  unit: Unit
  targetKey: TextKey
  findingKey: TextKey
}

/** A measure whose number comes from a person, with evidence, since this service holds no record of it. */
export function enteredMeasure(given: EnteredGiven): Measure<EnteredFacts> {
  const { label, hint, initial, max, is } = given.target
  const also = given.also ?? []
  return {
    name: given.name,
    how: 'entered',
    fields: [{ name: 'target', label, ...(hint ? { hint } : {}), kind: 'number', initial, min: 0, max }, ...also],
    target: (terms) => ({
      key: given.targetKey,
      values: {
        target: { decimal: numberTerm(terms, 'target', initial) },
        ...Object.fromEntries(
          also.map((field) => [field.name, { decimal: numberTerm(terms, field.name, field.initial) }]),
        ),
      },
    }),
    judge: (facts, terms) => {
      if (facts === null) return { measured: false, reason: 'notEntered' }
      const target = numberTerm(terms, 'target', initial)
      return {
        measured: true,
        met: is === 'least' ? facts.value >= target : facts.value <= target,
        value: facts.value,
        unit: given.unit,
        sentences: [{ key: given.findingKey, values: { value: { decimal: facts.value } } }],
      }
    },
  }
}
