import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Head, headBytes, lookAtHead } from './head.ts'
import { FileRefused, type SourceFile } from './source.ts'
import { openZipArchive } from './zipArchive.ts'

/** A file that was found, with what its beginning says of it. */
export interface FoundFile<Kind> extends SourceFile {
  kind: Kind
}

/** A file that is not loaded, and why, as a clause. */
export interface LeftOut {
  name: string
  reason: string
}

/** What the given paths hold. */
export interface FoundFiles<Kind> {
  files: FoundFile<Kind>[]
  refused: LeftOut[]
  /** Closes the archives; their files cannot be opened afterwards. */
  close(): void
}

/**
 * Finds every file under the given files, folders and zips, in the order given and by name inside a folder.
 * @param look says what a file is by its beginning, which is not kept: a country's files are thousands
 */
export async function findFiles<Kind>(paths: string[], look: (head: Head) => Kind): Promise<FoundFiles<Kind>> {
  const found: FoundFile<Kind>[] = []
  const refused: LeftOut[] = []
  const closers: (() => void)[] = []

  async function visit(path: string, namedByUser: boolean, within: readonly string[]): Promise<void> {
    try {
      const stats = await stat(path)
      if (stats.isDirectory()) {
        const real = await realpath(path)
        if (within.includes(real)) return // a link back to a folder that holds it
        for (const name of (await readdir(path)).sort()) await visit(join(path, name), false, [...within, real])
        return
      }
      if (!stats.isFile()) throw new FileRefused('it is neither a file nor a folder')
      const file: SourceFile = {
        name: path,
        bytes: stats.size,
        namedByUser,
        read: () => readWhole(path),
      }
      const head = await readHead(file)
      if (head.isZip) await visitZip(path, namedByUser)
      else found.push({ ...file, kind: look(head) })
    } catch (error) {
      refused.push({ name: path, reason: openSentence(error) })
    }
  }

  async function visitZip(path: string, namedByUser: boolean): Promise<void> {
    const archive = await openZipArchive(path)
    const office = archive.files.some((file) => file.path === '[Content_Types].xml')
    if (office) {
      archive.close()
      const foreign = 'an Office document: save the sheet as CSV'
      const kind = look({ text: '', fields: [], foreign, isZip: true })
      found.push({ name: path, bytes: 0, namedByUser, kind, read: () => readWhole(path) })
      return
    }
    closers.push(archive.close)
    for (const zipped of archive.files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      const name = `${path}/${zipped.path}`
      const file: SourceFile = { name, bytes: zipped.bytes, namedByUser: false, read: zipped.read }
      try {
        const head = await readHead(file)
        if (head.isZip) head.foreign = 'a zip inside a zip: unpack the outer one first'
        found.push({ ...file, kind: look(head) })
      } catch (error) {
        refused.push({ name, reason: openSentence(error) })
      }
    }
  }

  for (const path of paths) await visit(path, true, [])
  return {
    files: found,
    refused,
    close: () => {
      for (const close of closers) close()
    },
  }
}

async function* readWhole(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: 1024 * 1024 })
  } catch (error) {
    throw new FileRefused(openSentence(error))
  }
}

async function readHead(file: SourceFile): Promise<Head> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of file.read()) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= headBytes) break
  }
  return lookAtHead(Buffer.concat(chunks))
}

/** Why a path cannot be read, as a clause for people. */
function openSentence(error: unknown): string {
  if (error instanceof FileRefused) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be read: its permissions forbid it'
  if (code === 'EISDIR') return 'it is a folder'
  return `it cannot be read (${error instanceof Error ? error.message : String(error)})`
}
