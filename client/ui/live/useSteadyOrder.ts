import { useRef } from 'preact/hooks'

interface WithId {
  id: string
}

/** A list keeps its order for so long after it was touched: nothing moves from under a finger. */
const restMs = 4000

/**
 * Keeps a list's order while somebody works in it: while a field in it has the focus, and shortly after a touch or a key. What is new
 * stands at the end meanwhile.
 * @returns the list in its order, and handlers for the element around it
 */
export function useSteadyOrder<One extends WithId>(list: readonly One[]) {
  const order = useRef<string[]>([])
  const busyUntil = useRef(0)
  const isTyping = useRef(false)
  const touched = () => {
    busyUntil.current = Date.now() + restMs
  }
  const isBusy = isTyping.current || Date.now() < busyUntil.current
  const places = new Map(order.current.map((id, index) => [id, index]))
  const place = ({ id }: One) => places.get(id) ?? Number.MAX_SAFE_INTEGER
  const ordered = isBusy ? list.toSorted((one, other) => place(one) - place(other)) : [...list]
  order.current = ordered.map(({ id }) => id)
  const handlers = {
    onPointerDown: touched,
    onKeyDown: touched,
    onFocusIn: (event: FocusEvent) => {
      isTyping.current = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
    },
    onFocusOut: () => {
      isTyping.current = false
    },
  }
  return { ordered, handlers }
}
