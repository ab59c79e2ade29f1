import { describe, expect, it } from 'vitest'
import { drawLot } from './lot.ts'

describe('the lot', () => {
  // RFC 3797, section 6: a pool of 25, of which ten are selected, with this key and these results.
  it('draws what the worked example of RFC 3797 draws', () => {
    const pool = Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, '0'))
    const { order } = drawLot(pool, '9319./2.5.8.10.12./9.18.26.34.41.45./')
    expect(order.slice(0, 10).map((index) => index + 1)).toEqual([17, 7, 2, 16, 25, 23, 8, 24, 19, 13])
  })

  it('does not turn on the order in which the options are listed', () => {
    const ids = ['Litter', 'Speeding', 'Parking', 'Zoë', 'Ŵyn']
    const backwards = [...ids].reverse()
    const drawn = (list: string[]) => drawLot(list, 'seed').order.map((index) => list[index])
    expect(drawn(backwards)).toEqual(drawn(ids))
  })

  it('is another one for another seed', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `option ${index}`)
    expect(drawLot(ids, 'one').order).not.toEqual(drawLot(ids, 'two').order)
  })
})
