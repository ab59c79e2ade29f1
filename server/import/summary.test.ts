import { expect, it } from 'vitest'
import { missingMonths } from './summary.ts'

it('names the months between the first and the last that are not there', () => {
  expect(missingMonths(['2022-02', '2021-11', '2022-03'])).toEqual(['2021-12', '2022-01'])
  expect(missingMonths(['2022-02'])).toEqual([])
  expect(missingMonths([])).toEqual([])
})
