import type { ComponentChildren } from 'preact'
import type { AgendaItemBody, MeetingBody, PlanBody } from '../../../shared/api/meetings.ts'
import { spacedJoinCode } from '../../../shared/live/joinCode.ts'
import { weekdayInWords } from '../../../shared/time/words.ts'
import { ForceWords } from '../ForceWords.tsx'
import { usePage, usePath } from '../page.ts'
import { When } from '../priorities/When.tsx'
import { Where } from '../priorities/Where.tsx'

interface Props {
  meeting: MeetingBody
  /** Where a code is typed, as it is read out. */
  joinAddress: string
  /** Stands beside what is known: the map. */
  children?: ComponentChildren
}

/** A meeting that is to come, or on: when and where, how to take part, and its agenda. */
export function ComingMeeting({ meeting, joinAddress, children }: Props) {
  const { t, language } = usePage()
  const to = usePath()
  const { plan } = meeting
  const day = weekdayInWords(new Date(meeting.startsAt), language)
  const isOpen = plan !== null && !meeting.cancelled
  return (
    <article class="patch-meeting" id={`meeting-${meeting.id}`}>
      <h3 class="govuk-heading-m">
        {meeting.cancelled && <strong class="patch-event__cancelled">{t('priorities:cancelled')}: </strong>}
        {isOpen ? (
          <a class="govuk-link" href={to(plan.page)}>
            <ForceWords>{meeting.title}</ForceWords>
          </a>
        ) : (
          <ForceWords>{meeting.title}</ForceWords>
        )}
        {plan?.phase === 'running' && <strong class="govuk-tag patch-meeting__now">{t('meetings:onNow')}</strong>}
      </h3>
      <p class="patch-event__when">
        <When event={meeting} />
      </p>
      <div class="patch-meeting__parts">
        <div>
          <p class="govuk-body">
            {plan && t(`meetings:attendance_${plan.attendance}`)}
            <Where event={meeting} />
          </p>
          {plan?.accessNotes.map((paragraph) => (
            <p class="govuk-body" key={paragraph}>
              <ForceWords>{paragraph}</ForceWords>
            </p>
          ))}
          {meeting.description.map((paragraph) => (
            <p class="govuk-body" key={paragraph}>
              <ForceWords>{paragraph}</ForceWords>
            </p>
          ))}
          {isOpen && <HowToJoin plan={plan} joinAddress={joinAddress} />}
          <ul class="patch-manage__links patch-event__file">
            <li>
              <a
                class="govuk-link"
                href={meeting.calendar}
                aria-label={t('priorities:addTitleToCalendar', { title: meeting.title, day })}
              >
                {t('priorities:addToCalendar')}
              </a>
            </li>
            {isOpen && (
              <li>
                <a class="govuk-link" href={to(`${plan.page}/poster`)}>
                  {t('meetings:poster')}
                  <span class="govuk-visually-hidden">: {day}</span>
                </a>
              </li>
            )}
          </ul>
        </div>
        {children}
      </div>
      {isOpen && <Agenda items={plan.agenda} />}
    </article>
  )
}

function HowToJoin({ plan, joinAddress }: { plan: PlanBody; joinAddress: string }) {
  const { t } = usePage()
  const to = usePath()
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={to(plan.page)}>
        {t('meetings:follow')}
      </a>
      {' · '}
      {t('meetings:orCode', { address: joinAddress })}{' '}
      <strong class="patch-join-code">{spacedJoinCode(plan.joinCode)}</strong>
    </p>
  )
}

/** What is on the agenda, folded away where there is nothing yet. */
function Agenda({ items }: { items: readonly AgendaItemBody[] }) {
  const { t } = usePage()
  if (items.length === 0) return <p class="govuk-body">{t('meetings:noAgendaYet')}</p>
  return (
    <>
      <h4 class="govuk-heading-s">{t('meetings:agenda')}</h4>
      <ol class="patch-meeting__agenda">
        {items.map((item) => (
          <Item item={item} key={item.id} />
        ))}
      </ol>
    </>
  )
}

function Item({ item }: { item: AgendaItemBody }) {
  const { t, language } = usePage()
  return (
    <li>
      {language === 'cy' && item.titleWelsh ? item.titleWelsh : <ForceWords>{item.title}</ForceWords>}{' '}
      <span class="patch-meeting__minutes">
        {item.plannedMinutes > 0 && t('meetings:minutesPlanned', { count: item.plannedMinutes })}
        {item.lead && ` · ${item.lead}`}
      </span>
      {item.documents.map(({ title, url }) => (
        <a class="govuk-link patch-event__online" href={url} key={url}>
          <ForceWords>{title}</ForceWords>
        </a>
      ))}
    </li>
  )
}
