import type { ComponentChildren } from 'preact'
import type { MeetingState } from '../../../../shared/live/state.ts'
import { Button } from '../../Button.tsx'
import { CommandForm } from '../CommandForm.tsx'
import type { MeetingFacts } from '../facts.ts'
import { timeOfDay } from '../times.ts'
import { Fold } from './KeyButton.tsx'
import { MiniField } from './MiniField.tsx'

interface Props {
  facts: MeetingFacts
  state: MeetingState
  online: number
  /** What only a browser with script has: the list of keys. */
  help: ComponentChildren
}

const phaseNames = { planned: 'Not started', running: 'On', closed: 'Closed', published: 'Minutes published' } as const

/** The bar at the top: which meeting, how many are there, and what is rarely needed. */
export function ChairHead({ facts, state, online, help }: Props) {
  const { settings, attendance, phase } = state
  return (
    <header class="patch-chair__head">
      <div class="patch-chair__which">
        <h1 class="patch-chair__name">{facts.title}</h1>
        <p class="patch-chair__facts">
          {phaseNames[phase]} · {online} online · {attendance.room ?? '?'} in the room · code{' '}
          <strong>{facts.joinCode}</strong>
        </p>
      </div>
      <div class="patch-chair__tools">
        <a class="patch-desk-key" href={`/meetings/${facts.id}/screen`} target="_blank" rel="noopener">
          Projector
        </a>
        <a class="patch-desk-key" href={`/meetings/${facts.id}`} target="_blank" rel="noopener">
          Phone page
        </a>
        <Fold k="r" summary="In the room" class="patch-fold--drop">
          <CommandForm kind="attendance:room">
            <MiniField
              id="room-count"
              name="count"
              label="How many people are in the room"
              type="number"
              value={attendance.room === null ? '' : String(attendance.room)}
            />
            <Button kind="secondary">Save</Button>
          </CommandForm>
        </Fold>
        {phase !== 'published' && (
          <Fold k="s" summary="Settings" class="patch-fold--drop">
            <CommandForm kind="settings:change">
              <label class="patch-check">
                <input
                  type="checkbox"
                  name="questionsModerated"
                  value="yes"
                  defaultChecked={settings.questionsModerated}
                />{' '}
                I read questions before they show
              </label>
              <label class="patch-check">
                <input
                  type="checkbox"
                  name="knownDevicesOnly"
                  value="yes"
                  defaultChecked={settings.knownBefore !== null}
                />{' '}
                Against a flood: questions only from devices that were here before{' '}
                {settings.knownBefore === null ? 'now' : timeOfDay(settings.knownBefore)}
              </label>
              <MiniField
                id="per-device"
                name="questionsPerDevice"
                label="Open questions a device can have"
                type="number"
                value={String(settings.questionsPerDevice)}
              />
              <fieldset class="patch-kinds patch-kinds--lines">
                <legend class="patch-mini__label">Minutes show</legend>
                <label class="patch-check">
                  <input
                    type="radio"
                    name="minutesShown"
                    value="live"
                    defaultChecked={settings.minutesShown === 'live'}
                  />{' '}
                  as they are written
                </label>
                <label class="patch-check">
                  <input
                    type="radio"
                    name="minutesShown"
                    value="end"
                    defaultChecked={settings.minutesShown === 'end'}
                  />{' '}
                  once they are published
                </label>
              </fieldset>
              <Button kind="secondary">Save</Button>
            </CommandForm>
          </Fold>
        )}
        {phase === 'running' && (
          <Fold k="x" summary="Close" class="patch-fold--drop">
            <CommandForm kind="meeting:close">
              <p class="patch-chair__hint">
                Close the meeting for everybody? Nobody can ask or raise a hand after that. You can finish the minutes,
                and open it again.
              </p>
              <Button kind="primary">Close the meeting</Button>
            </CommandForm>
          </Fold>
        )}
        {help}
      </div>
    </header>
  )
}
