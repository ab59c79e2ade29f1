import type { DrawnMap } from '../../../shared/figures/smallMap.ts'

/** The ground of a small map in the drawing's units: parks, water, roads and the neighbourhood's outline. Stands inside an svg. */
export function Ground({ map }: { map: Pick<DrawnMap, 'parks' | 'water' | 'waterways' | 'roads' | 'outline'> }) {
  return (
    <>
      {map.parks && <path class="patch-small-map__park" d={map.parks} />}
      {map.water && <path class="patch-small-map__water" d={map.water} />}
      {map.waterways && <path class="patch-small-map__waterway" d={map.waterways} />}
      {map.roads && <path class="patch-small-map__road" d={map.roads} />}
      <path class="patch-small-map__outline" d={map.outline} fill-rule="evenodd" />
    </>
  )
}
