import { expect, it } from 'vitest'
import { isSeen } from './isSeen.ts'

it.each(['', ' \n', '\u200b', '\u200e\u200f', '\u3164\u2060', '\u2800', '\u0301'])('is no text: %j', (text) => {
  expect(isSeen(text)).toBe(false)
})

it.each(['a', '?', '\u200eŵ', '雨', '🚲', '\u200fسلام'])('is a text: %j', (text) => {
  expect(isSeen(text)).toBe(true)
})
