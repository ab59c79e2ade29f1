import { expect, it } from 'vitest'
import { type MapView, mapPath } from '../../../shared/map/view.ts'
import { viewOfAddress } from './address.ts'

const begun: MapView = { latitude: 52.6, longitude: -1.1, zoom: 9, month: '2022-08', category: 'all-crime' }

it('reads back what was written', () => {
  const view: MapView = {
    latitude: 52.62983,
    longitude: -1.1325,
    zoom: 14.5,
    month: '2022-09',
    category: 'burglary',
    point: 12,
  }
  expect(viewOfAddress(new URL(mapPath(view), 'http://here').search, begun)).toEqual(view)
})

it('stays with the view that the page began with where the address says nothing or nonsense', () => {
  expect(viewOfAddress('', begun)).toEqual(begun)
  expect(viewOfAddress('?lat=north&month=soon&category=murder&point=x', begun)).toEqual(begun)
})
