import { useEffect, useState } from 'preact/hooks'
import type { MeetingState, Question } from '../../../../shared/live/state.ts'
import { Button } from '../../Button.tsx'
import { CommandForm, useTyped } from '../CommandForm.tsx'
import { useLive, useMayChair } from '../setting.ts'
import { Fold, Key } from './KeyButton.tsx'
import { MiniField } from './MiniField.tsx'

/** The form's id: the box beside each question is one of its fields. */
const many = 'many'
const form = `questions:hide ${many}`

interface Props {
  state: MeetingState
  waiting: readonly Question[]
}

/** Showing or hiding the questions that are chosen, all in one go. Enter in the field hides: what is shown cannot be unseen. */
export function ManyQuestions({ state, waiting }: Props) {
  const may = useMayChair(state.phase)
  const typed = useTyped(form)
  const count = useChosen()
  if (!may('questions:hide')) return null
  return (
    <Fold k="*" summary="Many at once" class="patch-fold--many" form={form}>
      <CommandForm kind="questions:hide" about={many} id={many} isTyped>
        {waiting.length > 0 && <AllThatWait waiting={waiting} />}
        <p class="patch-chair__hint" role="status">
          Or choose them one by one, in their list.{count !== undefined && ` Chosen: ${count}.`}
        </p>
        <MiniField
          id="many-reason"
          name="reason"
          label="Why hide them? It is kept, and shown to nobody else."
          value={typed['reason'] ?? ''}
        />
        <div class="patch-many">
          <Button kind="secondary">Hide the chosen</Button>
          {may('questions:approve') && (
            <button
              type="submit"
              class="govuk-button govuk-button--secondary"
              name="kind"
              value="questions:approve"
              data-module="govuk-button"
            >
              Show the chosen
            </button>
          )}
        </div>
      </CommandForm>
    </Fold>
  )
}

/** With script it ticks their boxes, so that what comes later is not among them; without, it stands for those that the page lists. */
function AllThatWait({ waiting }: { waiting: readonly Question[] }) {
  const { live } = useLive()
  const text = `all that wait (${waiting.length})`
  if (live)
    return (
      <button type="button" class="patch-desk-key" onClick={chooseAll}>
        Choose {text}
      </button>
    )
  return (
    <label class="patch-check">
      <input type="checkbox" name="waiting" value={waiting.map(({ id }) => id).join(' ')} /> Choose {text}
    </label>
  )
}

function chooseAll({ currentTarget }: { currentTarget: EventTarget }): void {
  for (const box of boxes()) if (box.name === 'waiting') box.checked = true
  currentTarget.dispatchEvent(new Event('change', { bubbles: true }))
}

/** How many are chosen, counted anew whenever a box is touched or the page is drawn; undefined without script. */
function useChosen(): number | undefined {
  const { live } = useLive()
  const [count, setCount] = useState<number>()
  useEffect(() => {
    if (!live) return
    const recount = () => setCount(boxes().filter(({ checked }) => checked).length)
    recount()
    document.addEventListener('change', recount)
    return () => document.removeEventListener('change', recount)
  })
  return count
}

function boxes(): HTMLInputElement[] {
  const found = document.getElementById(many)
  if (!(found instanceof HTMLFormElement)) return []
  return [...found.elements].filter(
    (one) => one instanceof HTMLInputElement && one.type === 'checkbox',
  ) as HTMLInputElement[]
}

/** The box by which a question is chosen: under another name while it waits, so that it is not hidden once somebody else has shown it. */
export function ManyChoice({ question: { id, text, state } }: { question: Question }) {
  const name = state === 'waiting' ? 'waiting' : 'questions'
  const isChosen = (useTyped(form)[name] ?? '').split(' ').includes(id)
  return (
    <label class="patch-desk-key patch-choose">
      <input
        type="checkbox"
        form={many}
        name={name}
        value={id}
        defaultChecked={isChosen}
        data-key="e"
        aria-keyshortcuts="e"
      />{' '}
      <span class="govuk-visually-hidden">Choose: {text}</span> <Key k="e" />
    </label>
  )
}
