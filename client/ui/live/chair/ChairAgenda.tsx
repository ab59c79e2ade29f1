import { useState } from 'preact/hooks'
import { itemClock } from '../../../../shared/live/clock.ts'
import { itemKindNames } from '../../../../shared/live/itemKinds.ts'
import type { AgendaItem, MeetingState } from '../../../../shared/live/state.ts'
import { Button } from '../../Button.tsx'
import { usePage } from '../../page.ts'
import { CommandForm } from '../CommandForm.tsx'
import { useLive } from '../setting.ts'
import { clockTime } from '../times.ts'
import { useNow } from '../useNow.ts'
import { Action, Arrow, Fold } from './KeyButton.tsx'
import { MiniField } from './MiniField.tsx'

/** The agenda at the left: reordered by drag or by buttons, added to, dropped from. */
export function ChairAgenda({ state }: { state: MeetingState }) {
  const { live } = useLive()
  const [dragged, drag] = useState<string>()
  const [over, hover] = useState<string>()
  const canChange = state.phase === 'planned' || state.phase === 'running'

  const drop = (target: AgendaItem) => {
    drag(undefined)
    hover(undefined)
    if (!live || !dragged || dragged === target.id) return
    const ids = state.items.map(({ id }) => id)
    const isDownwards = ids.indexOf(dragged) < ids.indexOf(target.id)
    // Dropped on one below, it goes behind it; on one above, before it.
    const before = isDownwards ? (ids[ids.indexOf(target.id) + 1] ?? null) : target.id
    void live.send('agenda:move', { item: dragged, before })
  }

  return (
    <section class="patch-chair__agenda" aria-labelledby="chair-agenda">
      <h2 class="patch-chair__heading" id="chair-agenda">
        Agenda
      </h2>
      {canChange && (
        <p class="patch-chair__hint">
          Choose an item to go to it, change, move or drop it.{live && ' Drag to reorder.'}
        </p>
      )}
      <ol class="patch-desk-list" data-key="g">
        {state.items.map((item, index) => (
          <li
            key={item.id}
            class={itemClass(item, state, over === item.id && dragged !== item.id)}
            tabIndex={-1}
            data-scope="item"
            {...(item.id === state.currentItem ? { 'data-first': 'yes', 'aria-current': 'step' as const } : {})}
            {...(live && canChange
              ? {
                  draggable: true,
                  onDragStart: () => drag(item.id),
                  onDragEnd: () => drag(undefined),
                  onDragOver: (event: DragEvent) => {
                    if (!dragged) return
                    event.preventDefault()
                    hover(item.id)
                  },
                  onDrop: (event: DragEvent) => {
                    event.preventDefault()
                    drop(item)
                  },
                }
              : {})}
          >
            <p class="patch-desk-item__title">
              {index + 1}. {item.title}
            </p>
            <p class="patch-desk-item__about">
              <ItemTimes item={item} />
            </p>
            {canChange && <ItemActions item={item} index={index} state={state} />}
          </li>
        ))}
      </ol>
      {canChange && <AddItem state={state} />}
    </section>
  )
}

function itemClass(item: AgendaItem, state: MeetingState, isOver: boolean): string {
  const marks = ['patch-desk-item']
  if (item.id === state.currentItem && state.phase === 'running') marks.push('patch-desk-item--on')
  if (item.isDone) marks.push('patch-desk-item--done')
  if (isOver) marks.push('patch-desk-item--over')
  return marks.join(' ')
}

function ItemTimes({ item }: { item: AgendaItem }) {
  const { t } = usePage()
  const { spentMs } = itemClock(item, useNow())
  const planned = t('liveMeeting:minutesPlanned', { count: item.plannedMinutes })
  const parts = [item.isDone && 'Done', spentMs > 0 ? `${clockTime(spentMs)} of ${planned}` : planned, item.lead]
  return <>{parts.filter(Boolean).join(' · ')}</>
}

function ItemActions({ item, index, state }: { item: AgendaItem; index: number; state: MeetingState }) {
  const { items } = state
  const above = items[index - 1]
  const afterNext = items[index + 2]
  const isOn = item.id === state.currentItem && state.phase === 'running'
  const one = { about: item.id, fields: { item: item.id } }
  return (
    <div class="patch-desk-actions">
      {state.phase === 'running' && !isOn && (
        <Action kind="meeting:goto" {...one} k="o" of={item.title}>
          Go
        </Action>
      )}
      {above && (
        <Action
          kind="agenda:move"
          about={`${item.id} up`}
          fields={{ item: item.id, before: above.id }}
          k="u"
          of={item.title}
        >
          <Arrow isUp={true} />
        </Action>
      )}
      {index < items.length - 1 && (
        <Action
          kind="agenda:move"
          about={`${item.id} down`}
          fields={{ item: item.id, before: afterNext?.id ?? '' }}
          k="l"
          of={item.title}
        >
          <Arrow isUp={false} />
        </Action>
      )}
      <Fold k="e" summary="Change" of={item.title} form={`agenda:change ${item.id}`}>
        <CommandForm kind="agenda:change" {...one} isTyped>
          <MiniField id={`title-${item.id}`} name="title" label="Title" value={item.title} />
          <MiniField
            id={`planned-${item.id}`}
            name="plannedMinutes"
            label="Minutes"
            type="number"
            value={String(item.plannedMinutes)}
          />
          <MiniField id={`lead-${item.id}`} name="lead" label="Led by" value={item.lead} />
          <Button kind="secondary">Save</Button>
        </CommandForm>
      </Fold>
      {!isOn && (
        <Action kind="agenda:drop" {...one} k="y" of={item.title}>
          Drop
        </Action>
      )}
    </div>
  )
}

function AddItem({ state }: { state: MeetingState }) {
  const { t } = usePage()
  const { items, currentItem } = state
  const next = items[items.findIndex(({ id }) => id === currentItem) + 1]
  return (
    <Fold k="+" summary="Add an item" class="patch-fold--block">
      <CommandForm kind="agenda:add" isTyped>
        <MiniField id="new-title" name="title" label="Title" />
        <div class="patch-mini">
          <label class="patch-mini__label" for="new-kind">
            Kind
          </label>
          <select class="govuk-select" id="new-kind" name="itemKind">
            {itemKindNames.map((kind) => (
              <option key={kind} value={kind}>
                {t(`live:kind_${kind}`)}
              </option>
            ))}
          </select>
        </div>
        <MiniField id="new-minutes" name="plannedMinutes" label="Minutes" type="number" value="10" />
        <MiniField id="new-lead" name="lead" label="Led by" />
        <div class="patch-mini">
          <label class="patch-mini__label" for="new-place">
            Place
          </label>
          <select class="govuk-select" id="new-place" name="before">
            {currentItem && next && <option value={next.id}>Next</option>}
            <option value="">At the end</option>
          </select>
        </div>
        <Button kind="secondary">Add</Button>
      </CommandForm>
    </Fold>
  )
}
