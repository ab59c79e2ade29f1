import { describe, expect, it } from 'vitest'
import { categoryToFilter, decideMonth, degrees } from './rules.ts'
import { askedMonth, latitudeLongitude, point } from './schemas.ts'

describe('the month of an answer', () => {
  const published = ['2022-09', '2022-08', '2022-06'] as const

  it('is the latest when none is asked for', () => {
    expect(decideMonth('latest', published)).toEqual({ kind: 'month', month: '2022-09' })
  })
  it('is empty after the latest, and not found before the first', () => {
    expect(decideMonth('2022-10', published)).toEqual({ kind: 'empty' })
    expect(decideMonth('2022-05', published)).toEqual({ kind: 'not-found' })
  })
  it('is empty while nothing is published', () => {
    expect(decideMonth('latest', [])).toEqual({ kind: 'empty' })
    expect(decideMonth('2022-09', [])).toEqual({ kind: 'empty' })
  })
})

describe('what clients send', () => {
  it('takes a missing date, an empty one and the literal undefined as the latest', () => {
    for (const date of [undefined, '', 'undefined']) expect(askedMonth.parse(date)).toBe('latest')
    expect(askedMonth.parse('2022-09')).toBe('2022-09')
    expect(askedMonth.safeParse('2022-13').success).toBe(false)
    expect(askedMonth.safeParse('September').success).toBe(false)
  })
  it('wants both coordinates, as numbers of degrees', () => {
    expect(point.parse({ lat: '52.6', lng: '-1.1' })).toEqual({ lat: 52.6, lng: -1.1 })
    const wrong = [
      { lat: '52.6' },
      { lat: '', lng: '' },
      { lat: 'x', lng: '1' },
      { lat: '91', lng: '0' },
      { lat: '1', lng: '1e3' },
    ]
    for (const query of wrong) expect(point.safeParse(query).success).toBe(false)
  })
  it('reads latitude and longitude from one value', () => {
    expect(latitudeLongitude.parse('51.500617,-0.124629')).toEqual({ lat: 51.500617, lng: -0.124629 })
    for (const q of ['51.5', '51.5,', 'a,b', '1,2,3']) expect(latitudeLongitude.safeParse(q).success).toBe(false)
  })
  it('takes an unknown category for all crime, as the public service does', () => {
    expect(categoryToFilter('burglary')).toBe('burglary')
    expect(categoryToFilter('all-crime')).toBeUndefined()
    expect(categoryToFilter('nonsense')).toBeUndefined()
  })
})

it('degrees keep the six decimals of the published files', () => {
  expect(degrees(-1_132_500)).toBe('-1.132500')
  expect(degrees(52_629_831)).toBe('52.629831')
})
