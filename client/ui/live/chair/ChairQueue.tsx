import { speakingMs } from '../../../../shared/live/clock.ts'
import type { MeetingState, Speaker } from '../../../../shared/live/state.ts'
import { CommandForm } from '../CommandForm.tsx'
import { useSpeakerName } from '../Speaking.tsx'
import { clockTime } from '../times.ts'
import { useNow } from '../useNow.ts'
import { Action, Arrow, KeyButton } from './KeyButton.tsx'
import { MiniField } from './MiniField.tsx'

/** Who wants to speak: raised on a phone or added for somebody in the hall. */
export function ChairQueue({ state }: { state: MeetingState }) {
  const nameOf = useSpeakerName()
  const now = useNow()
  const speaking = state.queue.find(({ speakingSince }) => speakingSince !== null)
  const waiting = state.queue.filter(({ speakingSince }) => speakingSince === null)
  return (
    <section class="patch-chair__queue" id="queue" tabIndex={-1} aria-labelledby="chair-queue">
      <h2 class="patch-chair__heading" id="chair-queue">
        Speakers {waiting.length > 0 && <span class="patch-chair__count">{waiting.length}</span>}
      </h2>
      {speaking && (
        <div class="patch-desk-speaker patch-desk-speaker--on" data-scope="speaker" tabIndex={-1}>
          <p>
            <strong>{nameOf(speaking)}</strong> {clockTime(speakingMs(speaking.speakingSince, now))}
          </p>
          <Action kind="queue:done" about={speaking.id} fields={{ hand: speaking.id }} k="d">
            Done
          </Action>
        </div>
      )}
      <ol class="patch-desk-list">
        {waiting.map((speaker, index) => (
          <li key={speaker.id} class="patch-desk-speaker" tabIndex={-1} data-scope="speaker">
            <p>
              {nameOf(speaker)} <span class="patch-quiet">{speaker.hall ? 'hall' : 'phone'}</span>
            </p>
            <SpeakerActions speaker={speaker} name={nameOf(speaker)} index={index} waiting={waiting} />
          </li>
        ))}
      </ol>
      <CommandForm kind="queue:add" class="patch-row-form" isTyped>
        <MiniField id="hall-name" name="name" label="Name, or what you see" isLabelHidden k="h" />
        <KeyButton k="h" look="small">
          Add from the hall
        </KeyButton>
      </CommandForm>
    </section>
  )
}

interface ActionsProps {
  speaker: Speaker
  name: string
  index: number
  waiting: readonly Speaker[]
}

function SpeakerActions({ speaker, name, index, waiting }: ActionsProps) {
  const { id } = speaker
  const above = waiting[index - 1]
  const one = { about: id, fields: { hand: id } }
  return (
    <div class="patch-desk-actions">
      <Action kind="queue:call" {...one} k="c" of={name}>
        Call
      </Action>
      {above && (
        <Action kind="queue:move" about={`${id} up`} fields={{ hand: id, before: above.id }} k="u" of={name}>
          <Arrow isUp={true} />
        </Action>
      )}
      {index < waiting.length - 1 && (
        <Action
          kind="queue:move"
          about={`${id} down`}
          fields={{ hand: id, before: waiting[index + 2]?.id ?? '' }}
          k="l"
          of={name}
        >
          <Arrow isUp={false} />
        </Action>
      )}
      <Action kind="queue:remove" {...one} k="y" of={name}>
        Take off
      </Action>
    </div>
  )
}
