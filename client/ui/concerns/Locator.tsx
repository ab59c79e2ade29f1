import type { DrawnMap, Mark } from '../../../shared/figures/smallMap.ts'
import { drawingHeight, drawingWidth } from '../../../shared/figures/smallMap.ts'
import { Ground } from '../smallMap/Ground.tsx'

/** The ground that every locator of a page draws again: it stands in the page once. */
export function LocatorGround({ id, map }: { id: string; map: DrawnMap }) {
  return (
    <svg class="patch-locator-ground" width="0" height="0" aria-hidden="true">
      <symbol id={id} viewBox={`0 0 ${drawingWidth} ${drawingHeight}`}>
        <Ground map={map} />
      </symbol>
    </svg>
  )
}

/** A neighbourhood drawn small with one place marked. */
export function Locator({ ground, mark, title }: { ground: string; mark: Mark; title: string }) {
  return (
    <svg class="patch-locator" role="img" aria-label={title}>
      <use href={`#${ground}`} width="100%" height="100%" />
      <circle class="patch-locator__halo" cx={`${mark.xPercent}%`} cy={`${mark.yPercent}%`} r="9" />
      <circle class="patch-locator__mark" cx={`${mark.xPercent}%`} cy={`${mark.yPercent}%`} r="6" />
    </svg>
  )
}
