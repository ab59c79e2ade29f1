import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(process.env['OUR_PATCH_SHARED'] ?? join(import.meta.dirname, '../../../shared'))

/** The folder of real published files, or undefined where this machine has none; tests then say what they left out. */
export const sharedData: string | undefined = existsSync(join(root, 'data')) ? join(root, 'data') : undefined

/** A file or folder of the real data; only inside tests that run when `sharedData` is there. */
export function shared(...path: string[]): string {
  if (sharedData === undefined) throw new Error('No shared data here')
  return join(sharedData, ...path)
}

if (sharedData === undefined) console.log(`No published files at ${root}: tests on real data are left out`)
