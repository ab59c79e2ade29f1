import type { Suggestion, Suggestions } from '../../../shared/places/suggestion.ts'
import type { SearchSuggestionsProps } from './props.ts'

const waitMs = 160
const shortest = 2

/**
 * An input with a list of suggestions: the editable combobox of the ARIA Authoring Practices Guide. Focus stays in the input;
 * arrows move through the list, Enter follows the marked one or sends the form, Escape closes.
 */
export class Combobox {
  private readonly list = document.createElement('ul')
  private readonly said = document.createElement('div')
  private suggestions: Suggestion[] = []
  private marked = -1
  private timer: number | undefined
  private underWay: AbortController | undefined

  constructor(
    private readonly input: HTMLInputElement,
    private readonly props: SearchSuggestionsProps,
  ) {
    this.list.id = `${input.id}-list`
    this.list.className = 'patch-search__list'
    this.list.hidden = true
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-label', props.listLabel)
    this.said.className = 'govuk-visually-hidden'
    this.said.setAttribute('role', 'status')
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', 'false')
    input.setAttribute('aria-controls', this.list.id)
    input.after(this.list, this.said)

    input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.askSoon()
    })
    input.addEventListener('compositionend', () => this.askSoon())
    input.addEventListener('keydown', (event) => this.key(event))
    input.addEventListener('blur', () => this.close())
    // A press on the list would take the focus, and so close it, before its click arrives.
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.follow(this.indexOf(event.target)))
  }

  private askSoon(): void {
    clearTimeout(this.timer)
    this.underWay?.abort()
    if (this.input.value.trim().length < shortest) this.close()
    else this.timer = window.setTimeout(() => this.ask(), waitMs)
  }

  private async ask(): Promise<void> {
    const asked = new AbortController()
    this.underWay = asked
    try {
      const address = this.props.suggestionsUrl + encodeURIComponent(this.input.value)
      const response = await fetch(address, { signal: asked.signal })
      if (!response.ok) throw new Error(`Suggestions answered ${response.status}`)
      const answer = (await response.json()) as Suggestions
      if (!asked.signal.aborted && document.activeElement === this.input) this.show(answer)
    } catch {
      // Whatever goes wrong, the form still searches.
      if (!asked.signal.aborted) this.close()
    }
  }

  private show({ suggestions, said }: Suggestions): void {
    this.suggestions = suggestions
    this.list.replaceChildren(...suggestions.map((suggestion, index) => this.option(suggestion, index)))
    this.said.textContent = said
    this.mark(-1)
    this.setOpen(suggestions.length > 0)
  }

  private option(suggestion: Suggestion, index: number): HTMLLIElement {
    const option = document.createElement('li')
    option.id = `${this.list.id}-${index}`
    option.className = 'patch-search__option'
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    option.append(suggestion.name)
    if (suggestion.detail !== '') {
      const detail = document.createElement('span')
      detail.className = 'patch-search__detail'
      detail.textContent = suggestion.detail
      option.append(' ', detail)
    }
    return option
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.arrow(event, event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter') this.enter(event)
    else if (event.key === 'Escape' && !this.list.hidden) {
      event.preventDefault()
      this.close()
    }
  }

  private arrow(event: KeyboardEvent, by: 1 | -1): void {
    if (this.suggestions.length === 0) return
    event.preventDefault()
    this.setOpen(true)
    if (!event.altKey) this.step(by)
  }

  private enter(event: KeyboardEvent): void {
    if (!this.list.hidden && this.marked >= 0) {
      event.preventDefault()
      this.follow(this.marked)
    } else this.close()
  }

  /** Moves the mark, through the input itself (no mark) at both ends. */
  private step(by: 1 | -1): void {
    const places = this.suggestions.length + 1
    this.mark(((this.marked + 1 + by + places) % places) - 1)
  }

  private mark(index: number): void {
    this.marked = index
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index))
      if (at === index) option.scrollIntoView({ block: 'nearest' })
    }
    if (index < 0) this.input.removeAttribute('aria-activedescendant')
    else this.input.setAttribute('aria-activedescendant', `${this.list.id}-${index}`)
  }

  private indexOf(target: EventTarget | null): number {
    const option = target instanceof Element ? target.closest('[role=option]') : null
    return option ? [...this.list.children].indexOf(option) : -1
  }

  private follow(index: number): void {
    const suggestion = this.suggestions[index]
    if (suggestion) location.assign(suggestion.href)
  }

  private close(): void {
    clearTimeout(this.timer)
    this.underWay?.abort()
    this.said.textContent = ''
    this.mark(-1)
    this.setOpen(false)
  }

  private setOpen(open: boolean): void {
    this.list.hidden = !open
    this.input.setAttribute('aria-expanded', String(open))
  }
}
