import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the built client is: `vite build` writes it. */
export const clientFolder = join(import.meta.dirname, '../../dist/client')

/** Addresses of the built script and style sheets that every page links. */
export interface Assets {
  script: string
  styles: string[]
  /** Those of the projector and the chair's desk, beside them. */
  hallStyles: string[]
}

interface ManifestChunk {
  file: string
  css?: string[]
}

/**
 * Reads the build's manifest.
 * @throws when the client has not been built
 */
export async function loadAssets(): Promise<Assets> {
  const manifest = JSON.parse(await readFile(join(clientFolder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    ManifestChunk
  >
  const main = manifest['client/main.ts']
  if (!main) throw new Error('The client build has no client/main.ts')
  const hall = manifest['client/styles/hall.scss']
  if (!hall) throw new Error('The client build has no client/styles/hall.scss')
  return {
    script: `/${main.file}`,
    styles: (main.css ?? []).map((file) => `/${file}`),
    hallStyles: [`/${hall.file}`],
  }
}
