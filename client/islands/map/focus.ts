/** On a narrow window the filters start closed, so that the map comes first. */
export function foldFilters(): void {
  if (innerWidth < 720) document.querySelector('.patch-map__filters')?.removeAttribute('open')
}

/** Puts the focus on the name of the point whose details have just been opened, once it is drawn. */
export function focusPointName(): void {
  requestAnimationFrame(() => document.getElementById('point-name')?.focus())
}

/** Gives the focus back to the row of the table from which a point was opened. Tells whether there is one. */
export function focusPointRow(id: number | 'map'): boolean {
  const link = document.querySelector<HTMLElement>(`[data-point="${id}"]`)
  link?.focus()
  return link !== null
}

/** Brings the top of the table into view. */
export function showSummary(): void {
  document.querySelector('.patch-map__summary')?.scrollIntoView()
}
