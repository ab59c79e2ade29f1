import type { Request, Response } from 'express'
import multer, { MulterError } from 'multer'
import { largestPhotoMegabytes } from '../../shared/team/photo.ts'
import { AppError } from '../errors.ts'
import { type Typed, typedFields } from '../web/forms.ts'

const readOne = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: largestPhotoMegabytes * 1024 * 1024, files: 1, fields: 10, fieldSize: 10_000, parts: 12 },
}).single('photo')

/** A photo's form as it was sent. */
export interface PhotoForm {
  typed: Typed
  /** undefined when none was chosen, or it was too large. */
  file: Buffer | undefined
  tooLarge: boolean
}

/**
 * Reads a form with a photo, keeping the file in memory. Call it once it is known that the sender may send one.
 * A file that is too large is let past without being kept; the fields before it are read.
 * @throws AppError BAD_PARAMETER for what is no such form
 */
export async function readPhotoForm(request: Request, response: Response): Promise<PhotoForm> {
  const failure = await new Promise<unknown>((resolve) => readOne(request, response, resolve))
  const tooLarge = failure instanceof MulterError && failure.code === 'LIMIT_FILE_SIZE'
  if (failure && !tooLarge) throw new AppError('BAD_PARAMETER', { cause: failure, parameter: 'photo' })
  const file = request.file?.buffer
  return { typed: typedFields(request.body), file: file && file.length > 0 ? file : undefined, tooLarge }
}
