import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AppError, errorStatus, namedError } from './errors.ts'

describe('errors', () => {
  it('are all in docs/errors.md, with their status', () => {
    const lines = readFileSync(join(import.meta.dirname, '../docs/errors.md'), 'utf8').split('\n')
    const listed = lines.flatMap((line) => /^\| ([A-Z_]+) \| (\d{3}) \|/.exec(line)?.slice(1) ?? [])
    const expected = Object.entries(errorStatus).flatMap(([code, status]) => [code, String(status)])
    expect(listed).toEqual(expected)
  })

  it('name a lost database, whatever noticed it', () => {
    for (const code of ['ECONNREFUSED', '57P01', '08006']) {
      expect(namedError(Object.assign(new Error('x'), { code })).code).toBe('DATABASE_UNAVAILABLE')
    }
    expect(namedError(new Error('Connection terminated unexpectedly')).code).toBe('DATABASE_UNAVAILABLE')
  })

  it('keep their own name, and the cause of what has none', () => {
    const known = new AppError('NOT_FOUND')
    expect(namedError(known)).toBe(known)
    const fault = new TypeError('x')
    expect(namedError(fault)).toMatchObject({ code: 'UNEXPECTED', cause: fault })
  })

  it('take a malformed request for what it is', () => {
    expect(namedError(Object.assign(new URIError('bad'), { status: 400 })).code).toBe('BAD_PARAMETER')
  })
})
