import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { clientFolder } from '../web/assets.ts'

const root = join(import.meta.dirname, '../..')
// server/recount makes the page that is one file.
const sources = ['client', 'shared', 'server/recount', 'vite.config.ts', 'package-lock.json']

/** Whether the built client is missing or older than what it is built from. */
export async function clientBuildIsStale(): Promise<boolean> {
  const manifest = join(clientFolder, '.vite/manifest.json')
  if (!existsSync(manifest)) return true
  const built = (await stat(manifest)).mtimeMs
  for (const source of sources) if ((await newestChange(join(root, source))) > built) return true
  return false
}

/**
 * Builds the client in a process of its own, so that it can go on beside the database's start.
 * @throws with the build's own words when it fails
 */
export function buildClient(): Promise<void> {
  return new Promise((resolve, reject) => {
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The pages could not be built:\n${said}`))))
  })
}

async function newestChange(path: string): Promise<number> {
  const own = await stat(path)
  if (!own.isDirectory()) return own.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
  const changes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs),
  )
  return Math.max(0, ...changes)
}
