import { usePage, usePath } from '../../page.ts'
import { Agenda } from '../Agenda.tsx'
import { Announced } from '../Announced.tsx'
import { type FollowedMeeting, itemOn } from '../facts.ts'
import { openQuestions } from '../inOrder.ts'
import { type LineStatus, Notices } from '../Notices.tsx'
import { Panel } from '../Panel.tsx'
import { Speaking } from '../Speaking.tsx'
import { useLive } from '../setting.ts'
import { AfterTheMeeting } from './AfterTheMeeting.tsx'
import { BeforeTheMeeting, MeetingParticulars } from './BeforeTheMeeting.tsx'
import { CurrentItem } from './CurrentItem.tsx'
import { Hand } from './Hand.tsx'
import { PhoneQuestion } from './PhoneQuestion.tsx'
import { Questions } from './Questions.tsx'
import { type PhoneView, ViewBar } from './ViewBar.tsx'

interface Props extends FollowedMeeting {
  /** Which part a small window shows; undefined without script: all of them, one under the other. */
  view?: PhoneView | undefined
  onView?: ((view: PhoneView) => void) | undefined
  status?: LineStatus | undefined
}

/** A meeting on a phone: the one thing that is on, the questions and the agenda a touch away. */
export function PhoneMeeting({ facts, state, own, online, view, onView, status }: Props) {
  const { t } = usePage()
  const to = usePath()
  const { action } = useLive()
  const isRunning = state.phase === 'running'
  const isOver = state.phase === 'closed' || state.phase === 'published'
  const item = itemOn(state)
  const held = openQuestions(state.questions).filter(({ state, isPinned }) => state === 'answering' || isPinned)
  return (
    <div class="patch-live" {...(view ? { 'data-view': view } : {})}>
      <header class="patch-live__head">
        <p class="patch-eyebrow">
          <a class="govuk-link" href={to(facts.place.path)}>
            {facts.place.name}
          </a>
        </p>
        <h1 class="govuk-heading-m patch-live__title">{facts.title}</h1>
        {facts.isCancelled && (
          <p class="govuk-inset-text">
            <strong>{t('liveMeeting:cancelled')}</strong>
          </p>
        )}
        {isRunning && <p class="patch-live__devices">{t('liveMeeting:devices', { count: online })}</p>}
      </header>
      <Notices status={status} />
      <Announced state={state} />
      {!status && isRunning && (
        <p class="govuk-body patch-live__refresh">
          <a class="govuk-link" href={action}>
            {t('liveMeeting:refresh')}
          </a>{' '}
          <span class="patch-quiet">{t('liveMeeting:refreshHint')}</span>
        </p>
      )}
      <section class="patch-live__now" id="now" aria-label={t('liveMeeting:now')} tabIndex={-1}>
        {state.phase === 'planned' && <BeforeTheMeeting facts={facts} isFollowing={status !== undefined} />}
        {isOver && <AfterTheMeeting facts={facts} state={state} />}
        {isRunning && (
          <>
            <CurrentItem state={state} />
            {held.length > 0 && (
              <ul class="patch-questions">
                {held.map((question) => (
                  <PhoneQuestion key={question.id} question={question} isBacked={undefined} />
                ))}
              </ul>
            )}
            <Speaking queue={state.queue} />
            <Hand own={own} queue={state.queue} />
            {item && <Panel item={item} key={item.id} />}
          </>
        )}
      </section>
      <section class="patch-live__questions" id="questions" aria-labelledby="questions-heading" tabIndex={-1}>
        <h2 class="govuk-heading-m" id="questions-heading">
          {t('liveMeeting:questions')}
        </h2>
        <Questions state={state} own={own} contact={`${facts.place.path}/contact`} />
      </section>
      <section class="patch-live__agenda" id="agenda" aria-labelledby="agenda-heading" tabIndex={-1}>
        <h2 class="govuk-heading-m" id="agenda-heading">
          {t('liveMeeting:agenda')}
        </h2>
        <Agenda state={state} />
        {state.phase !== 'planned' && <MeetingParticulars facts={facts} />}
        <p class="govuk-body-s">
          <a class="govuk-link" href={`/meetings/${facts.id}/chair`} hreflang="en">
            {t('liveMeeting:forChairs')}
          </a>
        </p>
      </section>
      <ViewBar view={view} onView={onView} questions={openQuestions(state.questions).length} />
    </div>
  )
}
