import { usePage, usePath } from '../../page.ts'
import type { MeetingFacts } from '../facts.ts'

/** Before it starts: when, where, how to get in and how to take part. */
export function BeforeTheMeeting({ facts, isFollowing }: { facts: MeetingFacts; isFollowing: boolean }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-live__before">
      {!facts.isCancelled && (
        <p class="govuk-inset-text">{t(isFollowing ? 'liveMeeting:before' : 'liveMeeting:beforePlain')}</p>
      )}
      <MeetingParticulars facts={facts} />
      {facts.description.map((paragraph) => (
        <p class="govuk-body" key={paragraph}>
          {paragraph}
        </p>
      ))}
      {!facts.isCancelled && (
        <p class="govuk-body">
          <a class="govuk-button govuk-button--secondary" href={facts.calendar}>
            {t('liveMeeting:addToCalendar')}
          </a>
        </p>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={to(`${facts.place.path}/concerns`)}>
          {t('liveMeeting:seeConcerns', { name: facts.place.name })}
        </a>
      </p>
    </div>
  )
}

/** Time, place, access and link of a meeting. */
export function MeetingParticulars({ facts }: { facts: MeetingFacts }) {
  const { t } = usePage()
  return (
    <dl class="patch-particulars">
      <div>
        <dt>{t('liveMeeting:when')}</dt>
        <dd>
          <time dateTime={facts.startsAt}>{facts.when}</time>
        </dd>
      </div>
      {facts.where !== '' && (
        <div>
          <dt>{t('liveMeeting:where')}</dt>
          <dd>{facts.where}</dd>
        </div>
      )}
      {facts.accessNotes !== '' && (
        <div>
          <dt>{t('liveMeeting:access')}</dt>
          <dd>{facts.accessNotes}</dd>
        </div>
      )}
      {facts.onlineUrl !== '' && !facts.isCancelled && (
        <div>
          <dt>{t('liveMeeting:online')}</dt>
          <dd>
            <a class="govuk-link" href={facts.onlineUrl}>
              {t('liveMeeting:takePart')}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}
