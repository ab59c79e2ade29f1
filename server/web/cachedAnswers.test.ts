import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { WatchedCounts } from '../database/countChanges.ts'
import { cachedAnswers } from './cachedAnswers.ts'
import { createMetrics } from './metrics.ts'

const counts = new WatchedCounts(() => new Date(0))
let server: Server
let url: string
let count = 1
let made: number
let asked: number
/** Each making reads the count, then waits until it is let go. */
let waiting: (() => void)[]
let isHeld: boolean

beforeAll(async () => {
  const context = {
    dataVersion: async () => '1',
    pageVersion: async () => '1',
    clock: () => new Date(0),
    metrics: createMetrics(),
  } as unknown as Context
  const app = express()
  app.get(
    '/count',
    (_request, _response, next) => {
      asked += 1
      next()
    },
    cachedAnswers(context, 'page', async () => {
      const isGood = counts.look('answers 1')
      const body = String(count)
      made += 1
      if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve))
      return { type: 'text/plain', body, cacheControl: 'no-cache', isGood }
    }),
  )
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/count`
})
afterAll(() => server.close())
beforeEach(() => {
  made = 0
  asked = 0
  waiting = []
  isHeld = false
  move(1)
})

const move = (to: number) => {
  count = to
  counts.moved('answers 1')
}
const read = async () => (await fetch(url)).text()

it('is made once for all until a count moves, then once more', async () => {
  expect(await Promise.all([read(), read(), read()])).toEqual(['1', '1', '1'])
  expect(made).toBe(1)
  move(2)
  expect(await Promise.all([read(), read(), read()])).toEqual(['2', '2', '2'])
  expect(made).toBe(2)
})

it('shows whoever asks after a change that change, though an older answer is being made', async () => {
  isHeld = true
  const early = read()
  await expect.poll(() => waiting.length).toBe(1)
  move(2)
  const late = [read(), read()]
  isHeld = false
  await expect.poll(() => asked).toBe(3)
  for (const go of waiting) go()
  expect(await early).toBe('1')
  expect(await Promise.all(late)).toEqual(['2', '2'])
})
