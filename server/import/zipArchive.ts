import { crc32 } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { FileRefused } from './source.ts'

/** Beyond this an archive is refused: three years of every force unpack to about 5 GB. */
export const largestUnpackedBytes = 40 * 1024 ** 3
/** Text packs to about a tenth; a thing that packs to less than a 200th, and is not small, was made to do harm. */
const largestRatio = 200
const ratioMattersFromBytes = 100 * 1024 ** 2

/** No archive of files that people made holds so many. */
const mostEntries = 200_000

/** A file inside a zip, to be read as a stream; nothing is unpacked to disk. */
export interface ZippedFile {
  path: string
  bytes: number
  /** @throws FileRefused when it is damaged or encrypted */
  read(): AsyncIterable<Buffer>
}

/**
 * Lists the files of a zip, having checked what it says it would unpack to. Reading holds every entry to the size it declared.
 * @throws FileRefused with a sentence, for half a zip, an encrypted one, or one that would unpack to too much
 */
export async function openZipArchive(path: string): Promise<{ files: ZippedFile[]; close(): void }> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch((error) => {
    throw new FileRefused(zipSentence(error))
  })
  try {
    const entries = await listEntries(zip)
    checkSizes(entries)
    return { files: entries.map((entry) => zippedFile(zip, entry)), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof FileRefused ? error : new FileRefused(zipSentence(error))
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > mostEntries)
    throw new FileRefused(`it says it holds ${zip.entryCount} files: no real archive does`)
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry)
  return entries
}

function checkSizes(entries: Entry[]): void {
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const gigabytes = (unpacked / 1e9).toFixed(1)
  if (unpacked > largestUnpackedBytes)
    throw new FileRefused(
      `it would unpack to ${gigabytes} GB, and ${largestUnpackedBytes / 1024 ** 3} GiB is the limit`,
    )
  if (unpacked > ratioMattersFromBytes && unpacked > packed * largestRatio)
    throw new FileRefused(
      `it would unpack to ${gigabytes} GB, ${Math.round(unpacked / packed)} times its size: no real data pack so small`,
    )
}

function zippedFile(zip: ZipFile, entry: Entry): ZippedFile {
  return { path: entry.fileName, bytes: entry.uncompressedSize, read: () => readEntry(zip, entry) }
}

async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new FileRefused('it is encrypted: unpack it with its password first')
  let check = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      check = crc32(chunk, check)
      yield chunk
    }
  } catch (error) {
    throw new FileRefused(zipSentence(error))
  }
  if (check !== entry.crc32) throw new FileRefused('it is damaged inside its zip: its check sum is wrong')
}

/** What yauzl or zlib says about a broken archive, as a clause for people. */
function zipSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  if (/end of central directory/i.test(message)) return 'it is only part of a zip: its end is missing. Fetch it again'
  if (/too many bytes|not enough bytes/i.test(message))
    return 'it unpacks to another size than it says: it is damaged, or made to do harm'
  if (/encrypt/i.test(message)) return 'it is encrypted: unpack it with its password first'
  if (/compression method/i.test(message))
    return 'it is packed by a method that is not read here: pack it again as an ordinary zip'
  return `it is a damaged zip (${message})`
}
