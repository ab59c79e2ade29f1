import type { Language } from '../../../shared/i18n/texts.ts'
import type { PointAnswer, ViewAnswer } from '../../../shared/map/answers.ts'
import type { MapBox, MapView } from '../../../shared/map/view.ts'

/** The table of what the window shows. @throws when it cannot be fetched */
export function fetchView(
  view: MapView,
  box: MapBox,
  page: number,
  language: Language,
  version: string,
  signal: AbortSignal,
): Promise<ViewAnswer> {
  const query = {
    box: box.map((degrees) => degrees.toFixed(5)).join(','),
    zoom: view.zoom.toFixed(2),
    page: String(page),
  }
  return fetchJson(`/api/v1/map/view?${parameters({ ...query, ...filters(view, language, version) })}`, signal)
}

/** What is recorded at a point. @throws when it cannot be fetched */
export function fetchPoint(
  id: number,
  view: MapView,
  language: Language,
  version: string,
  signal: AbortSignal,
): Promise<PointAnswer> {
  return fetchJson(`/api/v1/map/points/${id}?${parameters(filters(view, language, version))}`, signal)
}

function filters({ month, category }: MapView, language: Language, version: string): Record<string, string> {
  return { month, category, language, version }
}

function parameters(values: Record<string, string>): string {
  return new URLSearchParams(values).toString()
}

async function fetchJson<Answer>(address: string, signal: AbortSignal): Promise<Answer> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response.json() as Promise<Answer>
}
