import { LRUCache } from 'lru-cache'
import { boxAround, type DrawnMap, drawnMarks, type MapBox, type Mark } from '../../shared/figures/smallMap.ts'
import type { Context } from '../context.ts'
import { drawnMap } from '../neighbourhoods/drawing.ts'
import { outlineRings } from '../neighbourhoods/queries.ts'

/** The ground of a neighbourhood's small maps, and where a position lies on it. */
export interface Ground {
  map: DrawnMap
  /** Of a longitude and latitude in degrees; undefined outside the drawing. */
  markOf(longitude: number, latitude: number): Mark | undefined
}

const keptGrounds = 200
const kept = new WeakMap<Context, LRUCache<string, Promise<Ground | null>>>()

/** The ground of a neighbourhood, drawn once a version of the data; null where it has no outline. */
export async function groundOf(context: Context, neighbourhoodId: number): Promise<Ground | null> {
  let store = kept.get(context)
  if (!store) {
    store = new LRUCache({ max: keptGrounds })
    kept.set(context, store)
  }
  const key = `${neighbourhoodId} ${await context.dataVersion()}`
  const held = store.get(key)
  if (held) return held
  const drawn = draw(context, neighbourhoodId)
  store.set(key, drawn)
  drawn.catch(() => store.delete(key))
  return drawn
}

async function draw({ published }: Context, neighbourhoodId: number): Promise<Ground | null> {
  const map = await drawnMap(published, neighbourhoodId, undefined, [])
  const box: MapBox | undefined = boxAround((await outlineRings(published, neighbourhoodId)).flat())
  if (!map || !box) return null
  return { map, markOf: (longitude, latitude) => drawnMarks([[longitude, latitude]], box)[0] }
}
