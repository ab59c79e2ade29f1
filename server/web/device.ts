import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import { cookieFrom, setCookie } from './cookies.ts'

/** The cookie by which a device is known again: so that it backs something once. It says nothing about who holds the device. */
const deviceCookie = 'device'
const keptDays = 180
const isDevice = /^[A-Za-z0-9_-]{22}$/

type Parts = Pick<Context, 'config' | 'clock'>

/** The random text of a device's cookie, 128 bits; null when it brings none. */
export function deviceOf(headers: IncomingHttpHeaders): string | null {
  const text = cookieFrom(headers, deviceCookie)
  return text !== undefined && isDevice.test(text) ? text : null
}

/** A new device: its text, and the cookie that sets it. */
export function newDevice({ config, clock }: Parts): { device: string; cookie: string } {
  const device = randomBytes(16).toString('base64url')
  const expires = new Date(clock().getTime() + keptDays * 86_400_000)
  return { device, cookie: setCookie(config.publicUrl, deviceCookie, device, expires) }
}

/** The device that a request comes from. One that has no cookie gets it with the answer, which must be one that nobody keeps. */
export function giveDevice(parts: Parts, request: Request, response: Response): string {
  const held = deviceOf(request.headers)
  if (held) return held
  const { device, cookie } = newDevice(parts)
  response.append('Set-Cookie', cookie)
  return device
}

/**
 * What is stored of a device, in hexadecimal (128 bits): another in every place, so that nobody can be followed from one to the next.
 * @param key of the kind of place: `context.keyFor('concern-device')`
 * @param place the number of a meeting or neighbourhood
 */
export function deviceHash(key: string, place: number, device: string): string {
  return createHmac('sha256', key).update(`${place} ${device}`).digest('hex').slice(0, 32)
}
