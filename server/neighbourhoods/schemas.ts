import type { Request } from 'express'
import { z } from 'zod'
import { isMonth, type Month } from '../../shared/month.ts'
import { AppError } from '../errors.ts'

const place = z.object({ force: z.string().min(1).max(100), code: z.string().min(1).max(200) })

/** Force and neighbourhood of an address, decoded; the code is as the force writes it, spaces and slashes included. */
export function askedPlace(request: Request): z.infer<typeof place> {
  const parsed = place.safeParse(request.params)
  if (!parsed.success) throw new AppError('NEIGHBOURHOOD_NOT_FOUND')
  return parsed.data
}

/** The month of `?month=YYYY-MM`; an empty or absent one asks for the newest. */
export function askedMonth(request: Request): Month | undefined {
  const month = request.query['month']
  if (month === undefined || month === '') return undefined
  if (typeof month !== 'string' || !isMonth(month)) throw new AppError('BAD_PARAMETER', { parameter: 'month' })
  return month
}
