import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import { cookieFrom, setCookie } from './cookies.ts'

/** The cookie by which a device is known again: so that it backs a question once. It says nothing about who holds the device. */
const deviceCookie = 'device'
const keptDays = 180
const isDevice = /^[A-Za-z0-9_-]{22}$/

type Parts = Pick<Context, 'config' | 'clock'>

/** The random text of a device's cookie; null when it brings none. */
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

/** Gives the browser a device's cookie with an answer unless it has one. Call it where a page of a meeting is sent; such a page is kept by nobody. */
export function giveDevice(parts: Parts, request: Request, response: Response): string {
  const held = deviceOf(request.headers)
  if (held) return held
  const { device, cookie } = newDevice(parts)
  response.append('Set-Cookie', cookie)
  return device
}

/** A device's hash in one meeting, in hexadecimal: in another meeting it has another, so nobody can be followed from one to the next. */
export function deviceHash(key: string, meeting: number, device: string): string {
  return createHmac('sha256', key).update(`${meeting} ${device}`).digest('hex').slice(0, 32)
}
