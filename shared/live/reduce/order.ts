interface WithId {
  id: string
}

/** Puts one before another; at the end where there is no such other. */
export function putBefore<One extends WithId>(list: readonly One[], one: One, before: string | null): One[] {
  const rest = list.filter((other) => other.id !== one.id)
  const index = rest.findIndex((other) => other.id === before)
  return index < 0 ? [...rest, one] : rest.toSpliced(index, 0, one)
}

/** Moves one that is in the list. */
export function moveBefore<One extends WithId>(list: readonly One[], id: string, before: string | null): One[] {
  const one = list.find((other) => other.id === id)
  return one ? putBefore(list, one, before) : [...list]
}

/** Changes the one with an id, if it is there. */
export function withChanged<One extends WithId>(list: readonly One[], id: string, change: (one: One) => One): One[] {
  return list.map((one) => (one.id === id ? change(one) : one))
}
