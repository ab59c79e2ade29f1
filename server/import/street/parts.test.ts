import { describe, expect, it } from 'vitest'
import { parseArea, parseGridPlace, parseKind, parsePeriod, parsePlace } from './parts.ts'

describe('month and force', () => {
  it('are read from month and Reported by', () => {
    expect(parsePeriod('2022-09,Leicestershire Police,Leicestershire Police', '2023-09')).toMatchObject({
      value: { month: '2022-09', force: { id: 'leicestershire' } },
    })
  })

  it.each([
    ['2022-13,Kent Police,Kent Police', 'the month is not like 2022-09'],
    ['09/2022,Kent Police,Kent Police', 'the month is not like 2022-09'],
    ['2009-12,Kent Police,Kent Police', 'the month is before any was published'],
    ['2024-01,Kent Police,Kent Police', 'the month has not been yet'],
    ['2022-09,,', 'no force stands under Reported by'],
    ['2022-09,Kent \xff Police,', 'the line is not UTF-8'],
    ['2022-09,Kent \0 Police,', 'the line holds a NUL byte'],
  ])('%j make no sense', (raw, problem) => {
    expect(parsePeriod(raw, '2023-09')).toEqual({ problem })
  })
})

describe('a place', () => {
  it('is a point with its street', () => {
    expect(parsePlace('-1.215560,52.619443,On or near Lancelot Close')).toEqual({
      value: { longitudeMicrodegrees: -1215560, latitudeMicrodegrees: 52619443, street: 'On or near Lancelot Close' },
    })
    expect(parsePlace('-1.1,52.6,"On or near Asda, Thurmaston"')).toMatchObject({
      value: { street: 'On or near Asda, Thurmaston' },
    })
  })

  it.each([',,No Location', ',,No location', '0,0,No Location', '0.000000,0.000000,On or near X', ',,'])(
    'is none in %j',
    (raw) => {
      expect(parsePlace(raw)).toEqual({ value: undefined })
    },
  )

  it('has no street where the file says only On or near', () => {
    expect(parsePlace('-1.1,52.6,On or near ')).toMatchObject({ value: { street: '' } })
  })

  it.each([
    ['-1.1,,On or near X', 'longitude and latitude are not two numbers'],
    ['west,52.6,On or near X', 'longitude and latitude are not two numbers'],
    ['181,52.6,On or near X', 'longitude or latitude is outside the world'],
    ['-1.1,52.6', 'the row has too many or too few fields'],
  ])('%j makes no sense', (raw, problem) => {
    expect(parsePlace(raw)).toEqual({ problem })
  })

  it('of 2012 stands on the National Grid', () => {
    expect(parseGridPlace('360667,169714,On or near Hengrove Lane')).toEqual({
      value: { easting: 360667, northing: 169714, street: 'On or near Hengrove Lane' },
    })
    expect(parseGridPlace(',,No location')).toEqual({ value: undefined })
    expect(parseGridPlace('-1.2,52.6,X')).toEqual({ problem: 'easting or northing is outside the National Grid' })
  })
})

it('reads an area, or none', () => {
  expect(parseArea('E01025631,Blaby 002A')).toEqual({ value: { code: 'E01025631', name: 'Blaby 002A' } })
  expect(parseArea(',')).toEqual({ value: undefined })
  expect(parseArea('Blaby 002A,E01025631')).toEqual({ problem: 'the LSOA code is not a code' })
})

it('reads crime type, outcome and context', () => {
  expect(parseKind('Burglary,Under investigation,', true)).toEqual({
    value: { crimeType: 'Burglary', outcome: 'Under investigation', context: undefined },
  })
  expect(parseKind('Anti-social behaviour,,', true)).toEqual({
    value: { crimeType: 'Anti-social behaviour', outcome: undefined, context: undefined },
  })
  expect(parseKind('Violent crime,Dated', false)).toEqual({
    value: { crimeType: 'Violent crime', outcome: undefined, context: 'Dated' },
  })
  expect(parseKind(',,', true)).toEqual({ problem: 'the crime type is blank' })
})
