import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { build, type Plugin, type Rollup } from 'vite'
import { offlineFile } from './offlineFile.ts'
import { offlinePage } from './offlinePage.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Writes the offline page beside the client, with the client's own styles. It is written before the client is, so that a
 * client which is there has its offline page.
 */
export function offlineRecount(): Plugin {
  let script: Promise<string>
  return {
    name: 'offline-recount',
    apply: 'build',
    buildStart() {
      script = buildScript()
      script.catch(() => {}) // told where it is waited for
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const styles = Object.values(bundle).find(isMainStyles)
        if (!styles) throw new Error('The client has no main style sheet for the offline page')
        await mkdir(dirname(offlineFile), { recursive: true })
        await writeFile(offlineFile, offlinePage(await script, String(styles.source)))
      },
    },
  }
}

function isMainStyles(file: Rollup.OutputAsset | Rollup.OutputChunk): file is Rollup.OutputAsset {
  return file.type === 'asset' && /\bmain-[^/]*\.css$/.test(file.fileName)
}

/** The whole program in one script that imports nothing. */
async function buildScript(): Promise<string> {
  const built = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    worker: { format: 'es' },
    build: {
      write: false,
      target: 'es2020',
      rollupOptions: {
        input: join(root, 'client/islands/recount/offline/main.tsx'),
        output: { format: 'iife' },
      },
    },
  })) as Rollup.RollupOutput
  const script = built.output.find((file) => file.type === 'chunk' && file.isEntry)
  if (script?.type !== 'chunk') throw new Error('The offline page has no script')
  return script.code
}
