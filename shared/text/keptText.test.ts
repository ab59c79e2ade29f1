import { expect, it } from 'vitest'
import { keptText } from './keptText.ts'

it('[M3] leaves out controls and every mark that turns the direction of text, and the mark that ends such a turn', () => {
  const turning = '\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'
  const controls = '\u0000\u0008\u000b\u000c\u000e\u001f\u007f\u0085\u009f\ufffe\uffff\ud800'
  expect(keptText(`Lights${turning} on${controls} Outer Row`)).toBe('Lights on Outer Row')
})

it('keeps lines, tabs, every language’s letters and pictures', () => {
  expect(keptText('One\r\nTwo\rThree\n\tŵ ŷ é 雨 سلام 👩‍👧 a\u200fb')).toBe(
    'One\nTwo\nThree\n\tŵ ŷ é 雨 سلام 👩‍👧 a\u200fb',
  )
})
