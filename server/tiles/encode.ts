import { fromVectorTileJs, type VectorTileLike } from '@maplibre/vt-pbf'

/** Units across a tile. */
export const tileExtent = 4096

/** A corner in tile units, from the north-west corner. */
export interface TilePosition {
  x: number
  y: number
}

/** One feature of a layer. Rings of a polygon: an outer one clockwise on the screen, then its holes the other way. */
export interface TileFeature {
  id?: number
  type: 'point' | 'line' | 'polygon'
  geometry: TilePosition[][]
  properties: Record<string, string | number | boolean>
}

const typeNumber = { point: 1, line: 2, polygon: 3 } as const

/** A Mapbox Vector Tile (version 2.1) of the layers that have features; none at all gives an empty, valid tile. */
export function encodeTile(layers: Record<string, TileFeature[]>): Uint8Array {
  const filled = Object.entries(layers).filter(([, features]) => features.length > 0)
  return fromVectorTileJs({
    layers: Object.fromEntries(filled.map(([name, features]) => [name, layer(name, features)])),
  })
}

function layer(name: string, features: TileFeature[]): VectorTileLike['layers'][string] {
  return {
    version: 2,
    name,
    extent: tileExtent,
    length: features.length,
    feature: (index) => {
      const feature = features[index] as TileFeature
      return {
        type: typeNumber[feature.type],
        id: feature.id,
        extent: tileExtent,
        properties: feature.properties,
        // The encoder reads x and y only.
        loadGeometry: () => feature.geometry as never,
      }
    },
  }
}
