import { usePage } from '../page.ts'

/** Stands before every form by which residents write to a team. */
export function NotEmergency() {
  const { t } = usePage()
  return (
    <p class="govuk-inset-text patch-message__first">
      <strong>{t('messages:notEmergency')}</strong>
    </p>
  )
}
