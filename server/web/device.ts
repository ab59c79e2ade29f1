import { createHmac, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Request, Response } from 'express'
import { isSameSecret } from '../accounts/secrets.ts'
import type { Context } from '../context.ts'
import { cookieFrom, setCookie } from './cookies.ts'

/** The cookie by which a device is known again: so that it backs something once. It says nothing about who holds the device. */
const deviceCookie = 'device'
/** Beside it: since when it is a device here, with a seal, so that no device can say that it came earlier. Nothing of it is stored. */
const sinceCookie = 'device_since'
const keptSeconds = 180 * 86_400
const isDevice = /^[A-Za-z0-9_-]{22}$/

type Parts = Pick<Context, 'config' | 'clock' | 'keyFor'>

/** The random text of a device's cookie, 128 bits; null when it brings none. */
export function deviceOf(headers: IncomingHttpHeaders): string | null {
  const text = cookieFrom(headers, deviceCookie)
  return text !== undefined && isDevice.test(text) ? text : null
}

/** A new device: its text, and the cookie that sets it. */
export function newDevice(parts: Parts): { device: string; cookie: string } {
  const device = randomBytes(16).toString('base64url')
  return { device, cookie: keptCookie(parts, deviceCookie, device) }
}

/**
 * When a device first came, in milliseconds, as its cookie shows; null when it brings none that this service sealed. A device that a socket
 * made, or a program, has none until it opens a page.
 */
export function sinceOf({ keyFor }: Pick<Parts, 'keyFor'>, headers: IncomingHttpHeaders): number | null {
  const device = deviceOf(headers)
  const [digits = '', seal = ''] = (cookieFrom(headers, sinceCookie) ?? '').split('.')
  if (device === null || !/^\d{1,15}$/.test(digits)) return null
  return isSameSecret(seal, sealOf(keyFor, device, digits)) ? Number(digits) : null
}

/** Whether a cookie is one of those by which devices are known. */
export function isDeviceCookie(name: string): boolean {
  return name === deviceCookie || name === sinceCookie
}

/** The device that a request comes from. One that has no cookie gets it with the answer, which must be one that nobody keeps. */
export function giveDevice(parts: Parts, request: Request, response: Response): string {
  const held = deviceOf(request.headers)
  if (held && sinceOf(parts, request.headers) !== null) return held
  const { device, cookie } = held ? { device: held, cookie: undefined } : newDevice(parts)
  if (cookie) response.append('Set-Cookie', cookie)
  const now = String(parts.clock().getTime())
  response.append('Set-Cookie', keptCookie(parts, sinceCookie, `${now}.${sealOf(parts.keyFor, device, now)}`))
  return device
}

function keptCookie({ config }: Parts, name: string, value: string): string {
  return setCookie(config.publicUrl, name, value, keptSeconds)
}

function sealOf(keyFor: Parts['keyFor'], device: string, since: string): string {
  return createHmac('sha256', keyFor('device-since')).update(`${device} ${since}`).digest('base64url').slice(0, 22)
}

/**
 * What is stored of a device, in hexadecimal (128 bits): another in every place, so that nobody can be followed from one to the next.
 * @param key of the kind of place: `context.keyFor('concern-device')`
 * @param place the number of a meeting or neighbourhood
 */
export function deviceHash(key: string, place: number, device: string): string {
  return createHmac('sha256', key).update(`${place} ${device}`).digest('hex').slice(0, 32)
}
