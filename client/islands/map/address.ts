import { isCategoryFilter } from '../../../shared/categories.ts'
import type { MapView } from '../../../shared/map/view.ts'
import { isMonth } from '../../../shared/month.ts'

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
