import type { StyleSpecification } from 'maplibre-gl'
import { crimeTileJsonPath, tileJsonPath } from '../../../../shared/map/tileAddresses.ts'
import type { Look } from './look.ts'
import { order } from './order.ts'

/** The whole style. Sources are described by our TileJSON; there are no glyphs, so labels come from the page's fonts. */
export function mapStyle(look: Look): StyleSpecification {
  return {
    version: 8,
    sources: {
      basemap: { type: 'vector', url: tileJsonPath('basemap', look.version) },
      neighbourhoods: { type: 'vector', url: tileJsonPath('neighbourhoods', look.version) },
      crime: { type: 'vector', url: crimeTileJsonPath(look.version, look.month, look.category) },
    },
    layers: order.flatMap((layers) => layers(look)),
  }
}
