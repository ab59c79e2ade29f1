import type { PointAnswer, ViewAnswer } from '../../../shared/map/answers.ts'
import { boxOfView, type MapBox, type MapView, usualWindow } from '../../../shared/map/view.ts'
import type { CrimeMapProps, MapActions, StageState } from '../../ui/map/props.ts'
import { viewOfAddress, writeAddress } from './address.ts'
import { fetchPoint, fetchView } from './answers.ts'
import type { Drawn, DrawnMap } from './drawMap.ts'
import { focusPointName, focusPointRow, foldFilters, showSummary } from './focus.ts'
import { Latest } from './latest.ts'

/** What the page shows at a moment. */
export interface SessionState {
  view: MapView
  answer: ViewAnswer
  point: PointAnswer | undefined
  trouble: string | undefined
  stage: StageState
}

/** After the map rests, its table is asked for when nothing has moved for this long. */
const restMs = 250

/** Keeps map, table, details and address saying the same: every change of one goes through here to the others. */
export class MapSession {
  state: SessionState
  readonly actions: MapActions
  readonly #props: CrimeMapProps
  readonly #onChange: (state: SessionState) => void
  readonly #table = new Latest()
  readonly #details = new Latest()
  #map: DrawnMap | undefined
  #box: MapBox
  #openedFrom: number | 'map' = 'map'
  #ended = false

  constructor(props: CrimeMapProps, onChange: (state: SessionState) => void) {
    const { view, answer, point } = props
    this.#props = props
    this.#onChange = onChange
    this.#box = boxOfView(view, usualWindow)
    this.state = { view, answer, point, trouble: undefined, stage: { kind: 'starting' } }
    this.actions = {
      onFilter: (changes) => {
        this.#look({ ...this.state.view, ...changes }, 'push')
        this.#loadTable(1)
        if (this.state.view.point !== undefined) this.#loadPoint(this.state.view.point, false)
      },
      onPage: (page) => {
        writeAddress(props.language, this.state.view, 'replace', page)
        this.#loadTable(page)
        showSummary()
      },
      onPoint: (id) => this.#openPoint(id, id),
      onClosePoint: () => this.#closePoint(),
    }
  }

  /** Draws the map in an element, where the browser can; follows history and the Escape key. */
  start(container: HTMLElement): void {
    foldFilters()
    addEventListener('popstate', this.#onHistory)
    addEventListener('keydown', this.#onKey)
    if (document.createElement('canvas').getContext('webgl2')) this.#draw(container).catch(this.#onDrawFailure)
    else this.#set({ stage: { kind: 'unavailable', reason: this.#props.words.needsWebGl } })
  }

  end(): void {
    this.#ended = true
    removeEventListener('popstate', this.#onHistory)
    removeEventListener('keydown', this.#onKey)
    this.#map?.remove()
  }

  async #draw(container: HTMLElement): Promise<void> {
    const { drawMap } = await import('./drawMap.ts')
    if (this.#ended) return
    this.#map = drawMap(container, { ...this.state.view, fit: this.#props.fit }, this.#drawn(), this.#props.words, {
      onRest: (place, box) => {
        this.#box = box
        this.#look({ ...this.state.view, ...place }, 'replace')
        this.#loadTable(1, restMs)
      },
      onZoom: (zoom) => this.#set({ view: { ...this.state.view, zoom } }),
      onPoint: (id) => this.#openPoint(id, 'map'),
    })
    this.#set({ stage: { kind: 'drawn' } })
  }

  readonly #onDrawFailure = (error: unknown) => {
    console.error('The map could not start', error)
    this.#set({ stage: { kind: 'unavailable', reason: this.#props.words.couldNotStart } })
  }

  readonly #onHistory = () => {
    const view = viewOfAddress(location.search, this.#props.view)
    if (!this.#map) this.#box = boxOfView(view, usualWindow)
    this.#look(view, 'keep')
    this.#map?.goTo(view)
    this.#loadTable(1)
    if (view.point === undefined) this.#set({ point: undefined })
    else this.#loadPoint(view.point, false)
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.state.view.point !== undefined) this.#closePoint()
  }

  #set(changes: Partial<SessionState>): void {
    this.state = { ...this.state, ...changes }
    if (!this.#ended) this.#onChange(this.state)
  }

  /** Goes to a view: the page's state, the address, and what the map draws. */
  #look(view: MapView, history: 'push' | 'replace' | 'keep'): void {
    this.#set({ view })
    if (history !== 'keep') writeAddress(this.#props.language, view, history)
    this.#map?.draw(this.#drawn())
  }

  #openPoint(id: number, from: number | 'map'): void {
    this.#openedFrom = from
    this.#look({ ...this.state.view, point: id }, 'push')
    this.#loadPoint(id, true)
  }

  #closePoint(): void {
    const { point: _open, ...view } = this.state.view
    this.#details.stop()
    this.#set({ point: undefined })
    this.#look(view, 'push')
    if (!focusPointRow(this.#openedFrom)) this.#map?.focus()
  }

  #loadTable(page: number, delayMs = 0): void {
    const { language, words } = this.#props
    this.#table.run(
      delayMs,
      (signal) => fetchView(this.state.view, this.#box, page, language, this.state.answer.dataVersion, signal),
      (answer) => {
        this.#set({ answer, trouble: undefined })
        this.#map?.draw(this.#drawn())
      },
      () => this.#set({ trouble: words.couldNotFetch }),
    )
  }

  #loadPoint(id: number, focus: boolean): void {
    const { language, words } = this.#props
    this.#details.run(
      0,
      (signal) => fetchPoint(id, this.state.view, language, this.state.answer.dataVersion, signal),
      (point) => {
        this.#set({ point, trouble: undefined })
        this.#map?.bringIntoView(point.longitude, point.latitude)
        if (focus) focusPointName()
      },
      () => this.#set({ trouble: words.couldNotFetch }),
    )
  }

  /** What the map is to draw now; areas without figures are those of the newest table. */
  #drawn(): Drawn {
    const { view, answer } = this.state
    return {
      version: answer.dataVersion,
      language: this.#props.language,
      month: view.month,
      category: view.category,
      missing: answer.missing.map(({ force }) => force),
      chosenPoint: view.point,
    }
  }
}
