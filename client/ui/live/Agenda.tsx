import type { MeetingState } from '../../../shared/live/state.ts'
import { usePage } from '../page.ts'
import { Entries } from './Entries.tsx'
import { titleIn } from './facts.ts'

/** The whole agenda: what is done, what is on, what is to come; with the minutes of each item where they show. */
export function Agenda({ state }: { state: MeetingState }) {
  const { t, language } = usePage()
  if (state.items.length === 0) return <p class="govuk-body">{t('liveMeeting:noAgenda')}</p>
  const ofWhole = state.minutes.filter(({ item }) => item === null)
  return (
    <>
      <ol class="patch-agenda">
        {state.items.map((item) => {
          const isOn = item.id === state.currentItem && state.phase === 'running'
          return (
            <li key={item.id} class={isOn ? 'patch-agenda__item patch-agenda__item--on' : 'patch-agenda__item'}>
              <span class="patch-agenda__title">{titleIn(language, item)}</span>
              <span class="patch-agenda__about">
                {[
                  isOn ? t('liveMeeting:itemOn') : item.isDone && t('liveMeeting:itemDone'),
                  item.plannedMinutes > 0 && t('liveMeeting:minutesPlanned', { count: item.plannedMinutes }),
                  item.lead && t('liveMeeting:leads', { name: item.lead }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <Entries entries={state.minutes.filter((entry) => entry.item === item.id)} />
            </li>
          )
        })}
      </ol>
      {ofWhole.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('liveMeeting:minutesOfWhole')}</h3>
          <Entries entries={ofWhole} />
        </>
      )}
    </>
  )
}
