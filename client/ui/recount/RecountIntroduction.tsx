import { usePage } from '../page.ts'

/** What the page does, and that nothing leaves the device. */
export function RecountIntroduction() {
  const { t } = usePage()
  return (
    <>
      <h1 class="govuk-heading-xl">{t('recount:title')}</h1>
      <p class="patch-lead">{t('recount:lead')}</p>
      <p class="govuk-body">{t('recount:private')}</p>
    </>
  )
}
