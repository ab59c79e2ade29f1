import { listDrag } from './drag.ts'
import type { AgendaOrderProps } from './props.ts'

/**
 * Lets an agenda be put in order by dragging, and by its buttons without loading the page anew. Each move is sent at once; one that the
 * service does not take puts the item back and says so.
 */
export function start(element: HTMLElement, { once }: AgendaOrderProps): void {
  const list = element.querySelector('ol')
  const status = element.querySelector('[role=status]')
  if (!list || !status) return
  let moves = 0

  const send = async (item: HTMLElement, putBack: () => void) => {
    settle()
    moves += 1
    const next = item.nextElementSibling
    const body = new URLSearchParams({ once: `${once}-${moves}`, to: 'before', before: next ? idOf(next) : '' })
    try {
      const answer = await fetch(item.dataset['move'] ?? '', { method: 'POST', body })
      if (!answer.ok) throw new Error(`The move was answered with ${answer.status}`)
      status.textContent = `${titleOf(item)} is now ${placeOf(item)} of ${list.children.length}.`
    } catch {
      putBack()
      settle()
      status.textContent = `${titleOf(item)} could not be moved. Load the page again and try once more.`
    }
  }

  /** The first cannot go up, nor the last down. */
  const settle = () => {
    for (const item of list.children)
      for (const [to, other] of [
        ['up', item.previousElementSibling],
        ['down', item.nextElementSibling],
      ] as const) {
        const button = item.querySelector<HTMLButtonElement>(`button[value=${to}]`)
        if (button) button.disabled = other === null
      }
  }

  const move = (item: HTMLElement, before: Element | null) => {
    const back = item.nextElementSibling
    if (before === item || before === back) return
    list.insertBefore(item, before)
    void send(item, () => list.insertBefore(item, back))
  }

  list.addEventListener('submit', (event) => {
    const button = event.submitter
    const item = button?.closest<HTMLElement>('li')
    if (!(button instanceof HTMLButtonElement) || !item) return
    event.preventDefault()
    move(
      item,
      button.value === 'up' ? item.previousElementSibling : (item.nextElementSibling?.nextElementSibling ?? null),
    )
    // The button may have just been switched off, at an end of the list: the keyboard goes on from its neighbour.
    const stays = button.disabled ? item.querySelector<HTMLButtonElement>('button:not(:disabled)') : button
    stays?.focus()
  })
  listDrag(list, move)
}

function idOf(item: Element): string {
  return item.id.replace(/^item-/, '')
}

function titleOf(item: Element): string {
  return item.querySelector('[data-title]')?.textContent ?? ''
}

function placeOf(item: Element): number {
  return [...(item.parentElement?.children ?? [])].indexOf(item) + 1
}
