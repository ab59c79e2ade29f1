/** What takes letters as letters. */
const typing = 'input:not([type=checkbox]), textarea, select, [contenteditable]'

/**
 * Presses what has a key. A key looks first in the item, question or speaker that has the focus, then on the whole page; it never works
 * while somebody types, and can be switched off.
 * @returns a function that stops listening
 */
export function listenForKeys(root: HTMLElement, areOn: () => boolean): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const target = event.target instanceof HTMLElement ? event.target : root
    if (target.matches(typing)) return keyWhileTyping(event, target)
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return step(event, target)
    if (!areOn() || event.repeat) return
    const found = findKey(root, target, event.key.toLowerCase())
    if (!found) return
    event.preventDefault()
    press(found)
  }
  document.addEventListener('keydown', onKey)
  return () => document.removeEventListener('keydown', onKey)
}

function keyWhileTyping(event: KeyboardEvent, field: HTMLElement): void {
  if (event.key === 'Escape') {
    const scope = field.closest<HTMLElement>('[tabindex="-1"]')
    field.blur()
    scope?.focus()
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) field.closest('form')?.requestSubmit()
}

function findKey(root: HTMLElement, target: HTMLElement, key: string): HTMLElement | undefined {
  const selector = `[data-key="${CSS.escape(key)}"]`
  const scope = target.closest('[data-scope]')
  const inScope = [...(scope?.querySelectorAll<HTMLElement>(selector) ?? [])].find(isThere)
  return inScope ?? [...root.querySelectorAll<HTMLElement>(selector)].find(isReachable)
}

/** What is inside something that is folded up, or hidden, is not there. */
function isThere(element: HTMLElement): boolean {
  return element.checkVisibility()
}

/** From anywhere, only what is no item's own: except the next speaker, whom the same key calls. */
function isReachable(element: HTMLElement): boolean {
  const scope = element.closest<HTMLElement>('[data-scope]')
  return isThere(element) && (scope === null || scope.dataset['scope'] === 'speaker')
}

function press(element: HTMLElement): void {
  if (element.matches('ul, ol')) {
    const first =
      element.querySelector<HTMLElement>('[data-first]') ?? element.querySelector<HTMLElement>('[data-scope]')
    first?.focus()
  } else if (element.tagName === 'SUMMARY') {
    element.click()
    const fold = element.parentElement
    if (fold instanceof HTMLDetailsElement && fold.open)
      fold.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select, button')?.focus()
  } else if (element.matches(typing)) element.focus()
  else element.click()
}

/** Goes to the item, question or speaker before or after. */
function step(event: KeyboardEvent, target: HTMLElement): void {
  const scope = target.closest<HTMLElement>('[data-scope]')
  const next = event.key === 'ArrowUp' ? scope?.previousElementSibling : scope?.nextElementSibling
  if (!(next instanceof HTMLElement) || next.dataset['scope'] === undefined) return
  event.preventDefault()
  next.focus()
}
