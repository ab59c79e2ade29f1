import { areaSource } from './areas.ts'
import { basemapSource } from './basemap.ts'
import { forceListSource, neighbourhoodListSource } from './neighbourhoodList.ts'
import { outlineSource } from './neighbourhoodOutlines.ts'
import { populationSource } from './population.ts'
import { postcodeSource } from './postcodes.ts'
import type { Source } from './source.ts'
import { streetSource } from './street.ts'
import { teamsSource } from './teams.ts'
import { wardMatchSource } from './wardMatch.ts'

/** Every kind of file that can be loaded. The first that recognises a file reads it. */
export function allSources(latestMonth: string): Source[] {
  return [
    streetSource(latestMonth),
    forceListSource,
    neighbourhoodListSource,
    wardMatchSource,
    teamsSource,
    basemapSource,
    outlineSource,
    areaSource,
    postcodeSource,
    populationSource,
  ]
}
