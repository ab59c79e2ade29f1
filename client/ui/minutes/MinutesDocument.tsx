import type { Minutes } from '../../../shared/minutes/minutes.ts'
import { linesOfKind } from '../../../shared/minutes/minutesOf.ts'
import { dateInWords, hoursInWords, weekdayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage } from '../page.ts'
import { ActionTable } from './ActionTable.tsx'
import { Item } from './Item.tsx'
import { Lines } from './Lines.tsx'
import { Questions } from './Questions.tsx'
import { Title } from './Title.tsx'

interface Props {
  minutes: Minutes
  /** When it was to begin, ISO 8601, and where. */
  plannedFor: string
  place: string
  /** The priority that each action has gone to; null before the minutes are published. */
  priorities: ReadonlyMap<string, { issue: string; path: string }> | null
}

/** Minutes as everyone reads them, the same on the public page and in the team's preview. */
export function MinutesDocument({ minutes, plannedFor, place, priorities }: Props) {
  const { t } = usePage()
  const decisions = linesOfKind(minutes, 'decision').map(({ line }) => line)
  const actions = linesOfKind(minutes, 'action').map(({ line }) => line)
  return (
    <div class="patch-minutes">
      <Facts minutes={minutes} plannedFor={plannedFor} place={place} />
      <section class="patch-section" aria-labelledby="decisions">
        <h2 class="govuk-heading-l" id="decisions">
          {t('minutes:decisions')}
        </h2>
        {decisions.length === 0 ? (
          <p class="govuk-body">{t('minutes:noDecisions')}</p>
        ) : (
          <ol class="govuk-list govuk-list--number">
            {decisions.map(({ id, text }) => (
              <li class="patch-minutes__text" key={id}>
                <ForceWords>{text}</ForceWords>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section class="patch-section" aria-labelledby="actions">
        <h2 class="govuk-heading-l" id="actions">
          {t('minutes:actions')}
        </h2>
        {actions.length === 0 ? (
          <p class="govuk-body">{t('minutes:noActions')}</p>
        ) : (
          <ActionTable actions={actions} priorities={priorities} />
        )}
      </section>
      <section class="patch-section" aria-labelledby="items">
        <h2 class="govuk-heading-l" id="items">
          {t('minutes:items')}
        </h2>
        {minutes.items.map((item) => (
          <Item item={item} key={item.id} />
        ))}
        {minutes.lines.length > 0 && (
          <>
            <h3 class="govuk-heading-m">{t('minutes:general')}</h3>
            <Lines lines={minutes.lines} />
          </>
        )}
        {minutes.questions.length > 0 && (
          <>
            <h3 class="govuk-heading-m">{t('minutes:otherQuestions')}</h3>
            <Questions questions={minutes.questions} />
          </>
        )}
        {minutes.notTaken.length > 0 && (
          <>
            <h3 class="govuk-heading-m">{t('minutes:notTaken')}</h3>
            <ul class="govuk-list govuk-list--bullet">
              {minutes.notTaken.map((item) => (
                <li key={item.id}>
                  <Title of={item} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}

function Facts({ minutes, plannedFor, place }: Omit<Props, 'priorities'>) {
  const { t, language } = usePage()
  const { startedAt, closedAt, publishedAt, attendance } = minutes
  const { room, online } = attendance
  const counted = [
    ...(room === null ? [] : [t('minutes:inRoom', { count: room })]),
    ...(online === null ? [] : [online === 0 ? t('minutes:onlineNone') : t('minutes:online', { count: online })]),
  ]
  const began = startedAt === null ? null : new Date(startedAt)
  return (
    <ul class="govuk-list patch-minutes__facts">
      <li>
        {began
          ? t('minutes:met', {
              day: weekdayInWords(began, language),
              hours: hoursInWords(began, closedAt === null ? null : new Date(closedAt), language),
            })
          : t('minutes:planned', { day: weekdayInWords(new Date(plannedFor), language) })}
      </li>
      {place && (
        <li>
          <ForceWords>{place}</ForceWords>
        </li>
      )}
      <li>{counted.length > 0 ? counted.join(' ') : t('minutes:notCounted')}</li>
      {publishedAt !== null && <li>{t('minutes:published', { day: dateInWords(new Date(publishedAt), language) })}</li>}
    </ul>
  )
}
