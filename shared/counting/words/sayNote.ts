import type { Translate } from '../../i18n/texts.ts'
import type { CountNote, CountRefusal } from '../countElection.ts'
import type { Method } from '../methods.ts'

/** A note in words. */
export function sayNote(t: Translate, note: CountNote): string {
  const { code, ...values } = note
  return t(`countNotes:note_${code}`, values)
}

/** Why nothing was counted, in words; `nameOf` gives a method its name as it can be chosen. */
export function sayRefusal(t: Translate, refusal: CountRefusal, nameOf: (method: Method) => string): string {
  const list = (methods: readonly Method[]) => methods.map(nameOf).join(', ')
  switch (refusal.code) {
    case 'noMethod':
      return t('countNotes:refusal_noMethod', { methods: list(refusal.fitting) })
    case 'formDoesNotFit':
      return t('countNotes:refusal_formDoesNotFit', {
        method: nameOf(refusal.method),
        form: t(`countNotes:form_${refusal.form}`),
        methods: list(refusal.fitting),
      })
    case 'noBudget':
      return t('countNotes:refusal_noBudget', { method: nameOf(refusal.method) })
    case 'noCost':
      return t('countNotes:refusal_noCost', { option: refusal.option })
    case 'tooManyOptions':
      return t('countNotes:refusal_tooManyOptions', {
        method: nameOf(refusal.method),
        options: refusal.options,
        most: refusal.most,
      })
    case 'seatsNotWhole':
      return t('countNotes:refusal_seatsNotWhole', { seats: refusal.seats })
    case 'noBallots':
    case 'noOptions':
      return t(`countNotes:refusal_${refusal.code}`)
  }
}
