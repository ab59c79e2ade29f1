import autocannon from 'autocannon'
import { z } from 'zod'

/**
 * `npm run load -- URL`: 500 visitors at once on neighbourhood pages, the map page and the map's tiles of a running service
 * for 30 seconds. Prints one JSON line; exit code 1 when any answer was an error.
 */
const [base = 'http://localhost:3000'] = process.argv.slice(2)
const visitors = 500
const seconds = 30

const tileJson = z.object({
  tiles: z.array(z.string()).min(1),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
})
const paths = ['/', ...(await neighbourhoodPaths()), '/map', ...(await tilePaths())]

const result = await autocannon({
  url: base,
  connections: visitors,
  duration: seconds,
  timeout: 20,
  requests: paths.map((path) => ({ method: 'GET', path })),
  headers: { 'accept-encoding': 'gzip' },
})
const errors = result.errors + result.timeouts + result.non2xx
console.log(
  JSON.stringify({
    name: 'visitors',
    visitors,
    seconds,
    addresses: paths.length,
    requests: result.requests.total,
    requestsPerSecond: Math.round(result.requests.average),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    errors,
  }),
)
process.exit(errors > 0 ? 1 : 0)

async function json(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, base))
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}

async function neighbourhoodPaths(): Promise<string[]> {
  const named = z.array(z.object({ id: z.string() }))
  const paths: string[] = []
  for (const force of named.parse(await json('/api/forces')))
    for (const neighbourhood of named.parse(await json(`/api/${force.id}/neighbourhoods`)))
      paths.push(`/neighbourhoods/${force.id}/${encodeURIComponent(neighbourhood.id)}`)
  return paths.slice(0, 100)
}

/** The tiles that a map window on the middle of the loaded area asks for, zoom 8 to 14. */
async function tilePaths(): Promise<string[]> {
  const { tiles, bounds } = tileJson.parse(await json('/tiles/crime.json'))
  const [west, south, east, north] = bounds
  const longitude = (west + east) / 2
  const sine = Math.sin((((south + north) / 2) * Math.PI) / 180)
  return [8, 9, 10, 11, 12, 13, 14].flatMap((zoom) => {
    const column = Math.floor((longitude / 360 + 0.5) * 2 ** zoom)
    const row = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom)
    return tiles.map((address) => {
      const path = new URL(address, base).pathname
      return path.replace('%7Bz%7D', String(zoom)).replace('%7Bx%7D', String(column)).replace('%7By%7D', String(row))
    })
  })
}
