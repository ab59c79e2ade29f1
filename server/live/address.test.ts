import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { addressOf } from './address.ts'

const from = (remoteAddress: string, forwarded?: string) =>
  addressOf({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  } as unknown as IncomingMessage)

describe('the network address of a socket', () => {
  it.each([
    ['203.0.113.5', undefined, '203.0.113.5'],
    ['::ffff:127.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['10.1.2.3', '198.51.100.7, 203.0.113.5, 192.168.0.2', '203.0.113.5'],
    ['203.0.113.5', '198.51.100.7', '203.0.113.5'],
    ['127.0.0.1', undefined, '127.0.0.1'],
    ['::1', '2001:db8::1', '2001:db8::1'],
    ['127.0.0.1', 'nonsense', 'nonsense'],
  ])('is, coming from %s by way of %s, %s', (remote, forwarded, expected) => {
    expect(from(remote, forwarded)).toBe(expected)
  })
})
