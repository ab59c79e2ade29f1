import type { ComponentChild } from 'preact'
import { isDecided, type ReplayEvent } from '../../../shared/minutes/replay.ts'
import { londonDay, londonDayAndTime } from '../../../shared/time/london.ts'
import { weekdayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../../ui/ForceWords.tsx'
import { Lines } from '../../ui/minutes/Lines.tsx'
import { usePage, usePath } from '../../ui/page.ts'

interface Props {
  title: string
  events: readonly ReplayEvent[]
  /** Decisions and actions only. */
  onlyDecided: boolean
  urls: { minutes: string; replay: string }
}

/** A meeting from minute to minute, as a list in words. */
export function ReplayPage({ title, events, onlyDecided, urls }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  const shown = onlyDecided ? events.filter(isDecided) : events
  const days = Map.groupBy(shown, ({ at }) => londonDay(new Date(at)))
  return (
    <div class="patch-replay">
      <p class="patch-eyebrow">
        <a class="govuk-link" href={to(urls.minutes)}>
          {t('minutes:toMinutes')}
        </a>
      </p>
      <h1 class="govuk-heading-xl">{t('minutes:replayTitle', { title })}</h1>
      <p class="govuk-body">{t('minutes:replayAbout')}</p>
      <nav aria-label={t('minutes:replayChoose')}>
        <ul class="patch-replay__choice">
          {[false, true].map((decided) => (
            <li key={String(decided)}>
              <a
                class="govuk-link"
                href={to(decided ? `${urls.replay}?show=decisions` : urls.replay)}
                {...(decided === onlyDecided ? { 'aria-current': 'page' as const } : {})}
              >
                {t(decided ? 'minutes:replayDecided' : 'minutes:replayAll')}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 && <p class="govuk-body">{t('minutes:replayNothing')}</p>}
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 class="govuk-heading-m" id={`day-${day}`}>
            {weekdayInWords(new Date(ofDay[0]?.at ?? 0), language)}
          </h2>
          <ol class="patch-replay__events">
            {ofDay.map((event) => (
              <li class={`patch-replay__event patch-replay__event--${event.kind}`} key={event.sequence}>
                <time class="patch-replay__time" dateTime={new Date(event.at).toISOString()}>
                  {londonDayAndTime(new Date(event.at)).time}
                </time>
                <div class="patch-replay__what">
                  <Event event={event} />
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function Event({ event }: { event: ReplayEvent }): ComponentChild {
  const { t, language } = usePage()
  switch (event.kind) {
    case 'line':
      return (
        <>
          <Lines lines={[event.line]} />
          {event.isAfterClose && <p class="patch-minutes__by">{t('minutes:event_afterClose')}</p>}
        </>
      )
    case 'started':
    case 'item': {
      const title = (language === 'cy' && event.titleWelsh) || event.title
      if (event.kind === 'item') return <strong>{t('minutes:event_item', { title })}</strong>
      return <strong>{title ? t('minutes:event_startedItem', { title }) : t('minutes:event_started')}</strong>
    }
    case 'answered':
      if (event.answer === null) return t('minutes:event_answered', { text: event.text })
      return (
        <>
          {t('minutes:event_answeredWords', { text: event.text })}
          <span class="patch-minutes__answer">
            <ForceWords>{event.answer}</ForceWords>
          </span>
        </>
      )
    case 'asked':
    case 'putOff':
      return t(`minutes:event_${event.kind}`, { text: event.text })
    case 'paused':
    case 'resumed':
    case 'closed':
    case 'reopened':
    case 'published':
    case 'withdrawn':
      return t(`minutes:event_${event.kind}`)
    default:
      return event satisfies never
  }
}
