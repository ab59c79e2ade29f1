import { localPath, usePage } from '../../page.ts'
import { useLive } from '../setting.ts'

/** In place of the form, once the meeting is over: that it takes no more, where else to ask, and what was half written on this device. */
export function TooLateToAsk({ contact }: { contact: string }) {
  const { t, language } = usePage()
  const { live } = useLive()
  const { text = '', name = '' } = live?.drafts.read('question:ask') ?? {}
  return (
    <>
      <p class="govuk-body">
        {t('liveMeeting:askOver')}{' '}
        <a class="govuk-link" href={localPath(language, contact)}>
          {t('liveMeeting:writeToTeam')}
        </a>
      </p>
      {text.trim() !== '' && (
        <div class="patch-own">
          <h3 class="govuk-heading-s">{t('liveMeeting:notSent')}</h3>
          <p class="govuk-body patch-own__text">{text}</p>
          {name.trim() !== '' && <p class="patch-own__state">{t('liveMeeting:askedBy', { name })}</p>}
        </div>
      )}
    </>
  )
}
