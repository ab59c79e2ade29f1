import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { photoSide } from '../../shared/team/photo.ts'

// Only the decoders of what is taken in are open to files from outside; SVG, PDF and the rest are never parsed.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

/** A header may promise more pixels than any camera makes, in a file of a few kB. */
const mostPixels = 40_000_000
const longestSeconds = 10

/** A picture as it is kept. */
export interface Picture {
  sha256: string
  bytes: Buffer
}

/** Why a file cannot be a photo, for whoever sent it. */
export class NotAPhoto extends Error {
  override name = 'NotAPhoto'
}

/**
 * Makes a square JPEG of a picture, turned the way its camera was held, with no metadata: what was sent is not kept.
 * @throws NotAPhoto with a sentence that says what to do
 */
export async function pictureOf(file: Buffer): Promise<Picture> {
  const seen = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!seen) throw new NotAPhoto('That file is not a picture that can be read. Choose a JPEG, PNG or WebP file')
  if ((seen.pages ?? 1) > 1) throw new NotAPhoto('That picture moves. Choose one that stands still')
  if (seen.width * seen.height > mostPixels)
    throw new NotAPhoto('That picture has more than 40 million pixels. Make it smaller, then choose it again')
  const bytes = await sharp(file, { limitInputPixels: mostPixels, failOn: 'error' })
    .timeout({ seconds: longestSeconds })
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize(photoSide, photoSide, { fit: 'cover', position: 'attention' })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer()
    .catch((cause: unknown) => {
      throw new NotAPhoto('That picture is damaged. Choose another, or save it anew', { cause })
    })
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
}
