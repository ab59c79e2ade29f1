import { expectedEnd } from '../../../../shared/live/clock.ts'
import type { MeetingState } from '../../../../shared/live/state.ts'
import { usePage } from '../../page.ts'
import { itemOn } from '../facts.ts'
import { ItemTimer } from '../ItemTimer.tsx'
import { kindParts } from '../kinds/kinds.ts'
import { Panel } from '../Panel.tsx'
import { useLive } from '../setting.ts'
import { timeOfDay } from '../times.ts'
import { useNow } from '../useNow.ts'
import { Action, Fold } from './KeyButton.tsx'

/** The item in the middle, with the one thing to do next. */
export function ChairItem({ state }: { state: MeetingState }) {
  const { t } = usePage()
  const { meeting, isTeam } = useLive()
  const item = itemOn(state)
  const isRunning = state.phase === 'running'
  const Chair = item && kindParts[item.kind].Chair
  const index = item ? state.items.indexOf(item) : -1
  const next = state.items.slice(index + 1).find(({ isDone }) => !isDone)
  return (
    <section class="patch-chair__item" id="item" tabIndex={-1} aria-labelledby="chair-item">
      {state.phase === 'planned' && (
        <>
          <h2 class="patch-chair__title" id="chair-item">
            The meeting has not started
          </h2>
          <Action kind="meeting:start" k="n" look="next">
            Start the meeting
          </Action>
        </>
      )}
      {isRunning && (
        <>
          <p class="patch-eyebrow">
            {item && `Item ${index + 1} of ${state.items.length} · ${t(`live:kind_${item.kind}`)}`}
          </p>
          <h2 class="patch-chair__title" id="chair-item">
            {item?.title ?? 'Nothing is on'}
          </h2>
          <p class="patch-chair__timer">
            {state.pausedSince !== null ? <strong>Paused</strong> : item && <ItemTimer item={item} />}
            <ExpectedEnd state={state} />
          </p>
          {item && item.lead !== '' && <p class="patch-chair__hint">Led by {item.lead}</p>}
          {item && Chair && <Chair item={item} state={state} />}
          <div class="patch-chair__moves">
            {next ? (
              <Action kind="meeting:next" fields={{ from: state.currentItem ?? '' }} k="n" look="next">
                Next
              </Action>
            ) : (
              <p class="patch-chair__hint">This is the last item. When it is done, close the meeting.</p>
            )}
            {index > 0 && (
              <Action kind="meeting:back" fields={{ from: state.currentItem ?? '' }} k="b" look="plain">
                Back
              </Action>
            )}
            {state.pausedSince === null ? (
              <Action kind="meeting:pause" k="p" look="plain">
                Pause
              </Action>
            ) : (
              <Action kind="meeting:resume" k="p" look="plain">
                Go on
              </Action>
            )}
          </div>
          {next && <p class="patch-chair__hint">Then: {next.title}</p>}
          {item && item.shows.length > 0 && (
            <Fold k="f" summary="What the hall sees beside it" class="patch-fold--block">
              <Panel item={item} key={`panel ${item.id}`} />
            </Fold>
          )}
        </>
      )}
      {(state.phase === 'closed' || state.phase === 'published') && (
        <>
          <h2 class="patch-chair__title" id="chair-item">
            {state.phase === 'closed' ? 'The meeting is closed' : 'The minutes are published'}
          </h2>
          <p class="patch-chair__moves">
            <a class="govuk-button patch-next" href={`/manage/meetings/${meeting}/minutes`}>
              {state.phase === 'published' ? 'See the minutes' : isTeam ? 'Finish and approve' : 'Finish the minutes'}
            </a>
          </p>
          {state.phase === 'closed' && (
            <>
              <p class="patch-chair__hint">
                {isTeam
                  ? 'Minutes are finished, approved and published on a page of their own.'
                  : 'You can still finish the minutes; the team approves and publishes them.'}{' '}
                Closed by mistake? Open it again.
              </p>
              <Action kind="meeting:reopen" k="o" look="plain">
                Open it again
              </Action>
            </>
          )}
        </>
      )}
    </section>
  )
}

function ExpectedEnd({ state }: { state: MeetingState }) {
  const { t } = usePage()
  const end = expectedEnd(state, useNow())
  if (end === null) return null
  return (
    <span class="patch-chair__end">
      {t('liveMeeting:endsAt', { time: timeOfDay(Math.round(end / 60_000) * 60_000) })}
    </span>
  )
}
