import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { MeetingState, MinutesEntry } from '../../../../shared/live/state.ts'
import { Button } from '../../Button.tsx'
import { CommandForm, useTyped } from '../CommandForm.tsx'
import { Entries } from '../Entries.tsx'
import { useLive } from '../setting.ts'
import { Action, Fold } from './KeyButton.tsx'
import { MiniField } from './MiniField.tsx'

const kinds = [
  { value: 'note', text: 'Note' },
  { value: 'decision', text: 'Decision' },
  { value: 'action', text: 'Action' },
] as const

/** Minutes, decisions and actions, typed as the meeting goes. */
export function ChairMinutes({ state }: { state: MeetingState }) {
  const canWrite = state.phase !== 'published'
  const groups = [
    ...state.items.map((item) => ({ id: item.id as string | null, title: item.title })),
    { id: null, title: 'The meeting as a whole' },
  ]
    .map((group) => ({ ...group, entries: state.minutes.filter((entry) => entry.item === group.id) }))
    .filter(({ entries }) => entries.length > 0)
    // What is on now stands first.
    .toSorted((one, other) => Number(other.id === state.currentItem) - Number(one.id === state.currentItem))
  return (
    <section class="patch-chair__minutes" id="minutes" tabIndex={-1} aria-labelledby="chair-minutes">
      <h2 class="patch-chair__heading" id="chair-minutes">
        Minutes
      </h2>
      <p class="patch-chair__hint">
        {state.settings.minutesShown === 'live'
          ? 'Everybody sees them as you write.'
          : 'Nobody but the chair and the team sees them before they are published.'}
      </p>
      {canWrite && <NewEntry state={state} />}
      {groups.map(({ id, title, entries }) => (
        <div key={id ?? 'whole'} class="patch-minutes-group">
          <h3 class="patch-minutes-group__title">{title}</h3>
          <ul class="patch-desk-list">
            {entries.map((entry) => (
              <li key={entry.id} class="patch-desk-entry" tabIndex={-1} data-scope="entry">
                <Entries entries={[entry]} />
                {canWrite && <EntryActions entry={entry} state={state} />}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function NewEntry({ state }: { state: MeetingState }) {
  const typed = useTyped('minutes:add')
  const about = useRef<HTMLSelectElement>(null)
  const text = useRef<HTMLTextAreaElement>(null)
  const { currentItem } = state
  const [chosenFirst] = useState(typed['item'] ?? currentItem ?? '')
  // The note follows the item that is on, but never while something is being written about another.
  useLayoutEffect(() => {
    if (about.current && text.current?.value === '') about.current.value = currentItem ?? ''
  }, [currentItem])
  return (
    <CommandForm
      kind="minutes:add"
      class="patch-entry-form"
      isTyped
      onDone={() => {
        if (about.current) about.current.value = currentItem ?? ''
        text.current?.focus()
      }}
    >
      <EntryFields id="new" typed={typed} />
      <label class="govuk-visually-hidden" for="new-text">
        What was said, decided or is to be done
      </label>
      <textarea
        class="govuk-textarea patch-entry-form__text"
        id="new-text"
        name="text"
        rows={3}
        ref={text}
        data-key="m"
        aria-keyshortcuts="m"
        placeholder="What was said, decided or is to be done"
        defaultValue={typed['text'] ?? ''}
      />
      <div class="patch-entry-form__foot">
        <div class="patch-mini">
          <label class="patch-mini__label" for="new-about">
            About
          </label>
          <AboutSelect id="new-about" state={state} chosen={chosenFirst} selectRef={about} />
        </div>
        <Button kind="secondary">Write down</Button>
      </div>
    </CommandForm>
  )
}

function EntryActions({ entry, state }: { entry: MinutesEntry; state: MeetingState }) {
  const form = `minutes:change ${entry.id}`
  const typed = useTyped(form)
  const { live } = useLive()
  const revision = { entry: entry.id, seen: String(entry.revision) }
  // What is typed goes over the line as it stood when the typing began: somebody else's change meanwhile is never overwritten unseen.
  const [begunOver, setBegunOver] = useState<string | undefined>()
  useLayoutEffect(() => setBegunOver(live?.drafts.read(form)?.['seen']), [form, live])
  const begin = () => setBegunOver((seen) => seen ?? revision.seen)
  const look = () => setBegunOver(undefined)
  return (
    <div class="patch-desk-actions" onInput={begin}>
      <Fold k="e" summary="Change" of={entry.text} form={form}>
        <CommandForm
          kind="minutes:change"
          about={entry.id}
          fields={{ ...revision, seen: begunOver ?? revision.seen }}
          class="patch-entry-form"
          isTyped
          onDone={look}
          onRefused={look}
        >
          <EntryFields
            id={entry.id}
            typed={{ entryKind: entry.kind, owner: entry.owner, dueOn: entry.dueOn ?? '', ...typed }}
          />
          <label class="govuk-visually-hidden" for={`text-${entry.id}`}>
            Text
          </label>
          <textarea
            class="govuk-textarea patch-entry-form__text"
            id={`text-${entry.id}`}
            name="text"
            rows={3}
            defaultValue={typed['text'] ?? entry.text}
          />
          <div class="patch-entry-form__foot">
            <div class="patch-mini">
              <label class="patch-mini__label" for={`about-${entry.id}`}>
                About
              </label>
              <AboutSelect id={`about-${entry.id}`} state={state} chosen={typed['item'] ?? entry.item ?? ''} />
            </div>
            <Button kind="secondary">Save</Button>
          </div>
        </CommandForm>
      </Fold>
      <Action kind="minutes:remove" about={entry.id} fields={revision} k="y" of={entry.text}>
        Take off
      </Action>
    </div>
  )
}

function EntryFields({ id, typed }: { id: string; typed: Readonly<Record<string, string>> }) {
  const chosen = typed['entryKind'] ?? 'note'
  return (
    <>
      <fieldset class="patch-kinds">
        <legend class="govuk-visually-hidden">Kind</legend>
        {kinds.map(({ value, text }) => (
          <label key={value} class="patch-kinds__one">
            <input type="radio" name="entryKind" value={value} defaultChecked={chosen === value} /> {text}
          </label>
        ))}
      </fieldset>
      <div class="patch-entry-form__action">
        <MiniField id={`owner-${id}`} name="owner" label="Who does it" value={typed['owner'] ?? ''} />
        <MiniField id={`due-${id}`} name="dueOn" label="By when" type="date" value={typed['dueOn'] ?? ''} />
      </div>
    </>
  )
}

interface AboutProps {
  id: string
  state: MeetingState
  chosen: string
  selectRef?: RefObject<HTMLSelectElement | null>
}

function AboutSelect({ id, state, chosen, selectRef }: AboutProps) {
  return (
    <select class="govuk-select patch-mini__select" id={id} name="item" {...(selectRef ? { ref: selectRef } : {})}>
      {state.items.map((item, index) => (
        <option key={item.id} value={item.id} selected={item.id === chosen}>
          {index + 1}. {item.title}
        </option>
      ))}
      <option value="" selected={chosen === ''}>
        The meeting as a whole
      </option>
    </select>
  )
}
