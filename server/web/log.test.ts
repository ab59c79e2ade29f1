import { expect, it } from 'vitest'
import { errorForLog } from './log.ts'

it('keeps of an error its kind and place, and no text that a database, mail server or socket put into it', () => {
  const refused = Object.assign(new Error('invalid input for "LE1 1RE"'), { code: '22P02', parameters: ['LE1 1RE'] })
  const kept = errorForLog(refused)
  expect(kept).toMatchObject({ type: 'Error', code: '22P02' })
  expect((kept['stack'] as string[])[0]).toContain('log.test.ts')
  expect(JSON.stringify(kept)).not.toContain('LE1')
  expect(errorForLog(new TypeError('x is not a function'))).toMatchObject({ message: 'x is not a function' })
})
