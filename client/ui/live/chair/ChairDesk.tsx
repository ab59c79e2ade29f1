import type { ComponentChildren } from 'preact'
import { Announced } from '../Announced.tsx'
import type { ShownMeeting } from '../facts.ts'
import { type LineStatus, Notices } from '../Notices.tsx'
import { useLive } from '../setting.ts'
import { ChairAgenda } from './ChairAgenda.tsx'
import { ChairHead } from './ChairHead.tsx'
import { ChairItem } from './ChairItem.tsx'
import { ChairMinutes } from './ChairMinutes.tsx'
import { ChairQuestions } from './ChairQuestions.tsx'
import { ChairQueue } from './ChairQueue.tsx'

interface Props extends ShownMeeting {
  online: number
  status: LineStatus | undefined
  help?: ComponentChildren
}

/** Everything that a chair does, on one page: agenda left, item and minutes in the middle, speakers and questions right. */
export function ChairDesk({ facts, state, online, status, help }: Props) {
  const { action } = useLive()
  return (
    <div class="patch-chair">
      <ChairHead facts={facts} state={state} online={online} help={help} />
      <Notices status={status} />
      <Announced state={state} />
      {!status && (
        <p class="patch-chair__plain">
          <a class="govuk-link" href={action}>
            Refresh
          </a>{' '}
          Your browser runs no script: this page does not move on by itself.
        </p>
      )}
      <div class="patch-chair__columns">
        <ChairAgenda state={state} />
        <div class="patch-chair__middle">
          <ChairItem state={state} />
          <ChairMinutes state={state} />
        </div>
        <div class="patch-chair__right">
          {state.phase === 'running' && <ChairQueue state={state} />}
          <ChairQuestions state={state} />
        </div>
      </div>
    </div>
  )
}
