import { expect, it } from 'vitest'
import { farIncidents } from './farPoints.ts'

const leicester = Array.from({ length: 100 }, (_, index) => ({
  position: [-1.13 + (index % 10) / 50, 52.6 + Math.floor(index / 10) / 50] as [number, number],
  incidents: 3,
}))

it('finds incidents in another part of the country', () => {
  const far = farIncidents([...leicester, { position: [-2.9, 54.05], incidents: 2 }])
  expect(far.incidents).toBe(2)
  expect(far.farthestKilometres).toBeGreaterThan(150)
  expect(far.farthestKilometres).toBeLessThan(220)
})

it('calls nothing far in a force without such', () => {
  expect(farIncidents(leicester)).toEqual({ incidents: 0, farthestKilometres: 0 })
  expect(farIncidents([])).toEqual({ incidents: 0, farthestKilometres: 0 })
})
