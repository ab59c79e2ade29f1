import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { zipOf } from '../../test/support/zip.ts'
import { openZipArchive } from './zipArchive.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'our-patch-zip-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function written(bytes: Buffer): string {
  const path = join(folder, 'test.zip')
  writeFileSync(path, bytes)
  return path
}

/** Changes a little-endian number in every central directory header, at an offset from its beginning. */
function inCentralDirectory(zip: Buffer, offset: number, value: number, bytes: 2 | 4): Buffer {
  const changed = Buffer.from(zip)
  const signature = Buffer.from('PK\x01\x02', 'latin1')
  for (let at = changed.indexOf(signature); at !== -1; at = changed.indexOf(signature, at + 4))
    changed.writeUIntLE(value, at + offset, bytes)
  return changed
}

async function textOf(path: string): Promise<string> {
  const { files, close } = await openZipArchive(path)
  const chunks: Buffer[] = []
  try {
    for (const file of files) for await (const chunk of file.read()) chunks.push(chunk)
  } finally {
    close()
  }
  return Buffer.concat(chunks).toString()
}

describe('a zip', () => {
  it('is read as streams, folders and all', async () => {
    const path = written(await zipOf({ '2022-09/a.csv': 'one\n', '2022-09/b.csv': 'two\n' }))
    expect(await textOf(path)).toBe('one\ntwo\n')
  })

  it('is refused when half of it is missing', async () => {
    const whole = await zipOf({ 'a.csv': 'one\n'.repeat(1000) })
    await expect(openZipArchive(written(whole.subarray(0, whole.length / 2)))).rejects.toThrow('only part of a zip')
  })

  it('is refused when it says that it would unpack to far too much', async () => {
    const names = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.csv`, 'one\n']))
    const bomb = inCentralDirectory(await zipOf(names), 24, 4_000_000_000, 4)
    await expect(openZipArchive(written(bomb))).rejects.toThrow('it would unpack to 120.0 GB')
  })

  it('is refused when it packs smaller than any real data', async () => {
    const bomb = inCentralDirectory(await zipOf({ 'a.csv': 'one\n' }), 24, 200_000_000, 4)
    await expect(openZipArchive(written(bomb))).rejects.toThrow('no real data pack so small')
  })

  it('is refused, while it is read, when it unpacks to more than it says', async () => {
    const liar = inCentralDirectory(await zipOf({ 'a.csv': 'one\n'.repeat(50_000) }), 24, 100, 4)
    await expect(textOf(written(liar))).rejects.toThrow('it unpacks to another size than it says')
  })

  it('is refused when it is encrypted', async () => {
    const locked = inCentralDirectory(await zipOf({ 'a.csv': 'one\n' }), 8, 1, 2)
    await expect(textOf(written(locked))).rejects.toThrow('it is encrypted')
  })

  it('is refused when its check sum is wrong', async () => {
    const damaged = inCentralDirectory(await zipOf({ 'a.csv': 'one\n' }), 16, 12345, 4)
    await expect(textOf(written(damaged))).rejects.toThrow('its check sum is wrong')
  })
})
