import type { Request } from 'express'
import type { Context } from '../context.ts'
import { requireNeighbourhood } from '../neighbourhoods/figures.ts'
import type { Neighbourhood } from '../neighbourhoods/queries.ts'
import { askedPlace } from '../neighbourhoods/schemas.ts'
import { deviceHash } from '../web/device.ts'

/** The neighbourhood of an address. @throws AppError FORCE_NOT_FOUND or NEIGHBOURHOOD_NOT_FOUND */
export function askedNeighbourhood(context: Context, request: Request): Promise<Neighbourhood> {
  const { force, code } = askedPlace(request)
  return requireNeighbourhood(context.published, force, code)
}

/** What is stored of a device in a neighbourhood: in another it is another. */
export function hashIn(context: Pick<Context, 'keyFor'>, { id }: { id: number }, device: string): Buffer {
  return Buffer.from(deviceHash(context.keyFor('concern-device'), id, device), 'hex')
}
