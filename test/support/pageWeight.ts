import { gzipSync } from 'node:zlib'
import type { BrowserContext } from 'playwright-core'

/**
 * Counts what the pages of a browser context fetch of scripts (workers' among them) and style sheets.
 * @param kinds which files count, by the end of their path
 * @returns a function that gives the sum so far, in bytes after gzip
 */
export function watchWeight(context: BrowserContext, kinds = /\.(js|mjs|css)$/): () => Promise<number> {
  const fetched = new Map<string, Promise<number>>()
  context.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (!kinds.test(pathname) || fetched.has(pathname)) return
    fetched.set(
      pathname,
      response.body().then((body) => gzipSync(body).byteLength),
    )
  })
  return async () => (await Promise.all(fetched.values())).reduce((sum, bytes) => sum + bytes, 0)
}
