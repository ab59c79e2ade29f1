import { usePage } from '../page.ts'

/** A field that people never see: programs that fill in every field fill in this one too. */
export function TrapField() {
  const { t } = usePage()
  return (
    <div class="patch-message__trap" aria-hidden="true">
      <label for="website">{t('messages:trap')}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" />
    </div>
  )
}
