import { isCategoryFilter } from '../../../shared/categories.ts'
import type { Language } from '../../../shared/i18n/texts.ts'
import { type MapView, mapPath } from '../../../shared/map/view.ts'
import { isMonth } from '../../../shared/month.ts'
import { inLanguage } from '../../ui/map/props.ts'

/** The view that an address of ours holds; what it does not say is as in the view that the page began with. */
export function viewOfAddress(search: string, begun: MapView): MapView {
  const query = new URLSearchParams(search)
  const number = (name: string, otherwise: number) => {
    const value = Number(query.get(name) || Number.NaN)
    return Number.isFinite(value) ? value : otherwise
  }
  const month = query.get('month') ?? ''
  const category = query.get('category') ?? ''
  const point = number('point', 0)
  return {
    latitude: number('lat', begun.latitude),
    longitude: number('lon', begun.longitude),
    zoom: number('zoom', begun.zoom),
    month: isMonth(month) ? month : begun.month,
    category: isCategoryFilter(category) ? category : begun.category,
    ...(point > 0 ? { point } : {}),
  }
}

/** Writes a view into the address bar and into the link to the page in the other language. */
export function writeAddress(language: Language, view: MapView, history: 'push' | 'replace', page = 1): void {
  const address = inLanguage(language, mapPath(view, page))
  if (history === 'push') window.history.pushState(null, '', address)
  else window.history.replaceState(null, '', address)
  const other = language === 'en' ? 'cy' : 'en'
  document
    .querySelector(`a[rel="alternate"][hreflang="${other}"]`)
    ?.setAttribute('href', inLanguage(other, mapPath(view, page)))
}
