/**
 * Lets the items of a list be dragged by a handle, with mouse, pen or finger. Those who use the keyboard have the buttons, so the handle is
 * not in their way.
 * @param move called once an item is let go before another one, or at the end (null)
 */
export function listDrag(list: HTMLElement, move: (item: HTMLElement, before: Element | null) => void): void {
  for (const item of list.children) if (item instanceof HTMLElement) item.prepend(handleOf(list, item, move))
}

function handleOf(list: HTMLElement, item: HTMLElement, move: (item: HTMLElement, before: Element | null) => void) {
  const handle = document.createElement('span')
  handle.className = 'patch-order__handle'
  handle.setAttribute('aria-hidden', 'true')
  let before: Element | null | undefined

  const show = (next: Element | null | undefined) => {
    for (const other of list.children) {
      other.classList.toggle('patch-order__item--before', next === other)
      other.classList.toggle('patch-order__item--after', next === null && other === list.lastElementChild)
    }
  }
  const end = () => {
    item.classList.remove('patch-order__item--held')
    show(undefined)
    before = undefined
  }

  handle.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    item.classList.add('patch-order__item--held')
  })
  handle.addEventListener('pointermove', (event) => {
    if (!handle.hasPointerCapture(event.pointerId)) return
    before =
      [...list.children].find((other) => {
        const { top, height } = other.getBoundingClientRect()
        return event.clientY < top + height / 2
      }) ?? null
    show(before)
  })
  handle.addEventListener('pointerup', () => {
    const to = before
    end()
    if (to !== undefined) move(item, to)
  })
  handle.addEventListener('pointercancel', end)
  return handle
}
