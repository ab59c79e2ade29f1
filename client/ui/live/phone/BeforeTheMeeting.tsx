import { usePage, usePath } from '../../page.ts'
import type { MeetingFacts } from '../facts.ts'
import { useLive } from '../setting.ts'

/** Before it starts: when, where, how to get in and how to take part. */
export function BeforeTheMeeting({ facts, isFollowing }: { facts: MeetingFacts; isFollowing: boolean }) {
  const { t } = usePage()
  const to = usePath()
  const { placeMap } = useLive()
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
        <>
          {/* Drawn by our own server from its own components, which escape every text. */}
          {placeMap !== undefined && <div class="patch-live__map" dangerouslySetInnerHTML={{ __html: placeMap }} />}
          <p class="govuk-body">
            <a class="govuk-button govuk-button--secondary" href={facts.calendar}>
              {t('liveMeeting:addToCalendar')}
            </a>
          </p>
        </>
      )}
      <ul class="patch-links">
        <li>
          <a class="govuk-link" href={facts.subscription}>
            {t('liveMeeting:subscribe')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={to(`${facts.place.path}/meetings#calendar`)}>
            {t('liveMeeting:subscribeByHand')}
          </a>
        </li>
        {!facts.isCancelled && (
          <li>
            <a class="govuk-link" href={to(`/meetings/${facts.id}/poster`)}>
              {t('liveMeeting:poster')}
            </a>
          </li>
        )}
        <li>
          <a class="govuk-link" href={to(`${facts.place.path}/concerns`)}>
            {t('liveMeeting:seeConcerns', { name: facts.place.name })}
          </a>
        </li>
      </ul>
    </div>
  )
}

/** Time, place, access and link of a meeting. */
export function MeetingParticulars({ facts }: { facts: MeetingFacts }) {
  const { t } = usePage()
  const to = usePath()
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
          <dd>
            {facts.where}
            {facts.map !== '' && (
              <a class="govuk-link patch-particulars__map" href={to(facts.map)}>
                {t('liveMeeting:onMap')}
              </a>
            )}
          </dd>
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
