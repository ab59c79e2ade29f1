import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'

/** The secret of a service on the embedded database, which needs no settings: made once, kept in the folder for its owner alone. */
export async function keptSecret(config: Pick<Config, 'dataDirectory'>): Promise<string> {
  const path = join(config.dataDirectory, 'secret')
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const secret = randomBytes(32).toString('base64url')
  await writeFile(path, `${secret}\n`, { mode: 0o600 })
  return secret
}
