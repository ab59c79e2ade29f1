import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { inviteCommand } from './inviteCommand.ts'
import { tokenCommand } from './tokenCommand.ts'

/** What is said about each thing that is wrong with what was given. */
function saidOf(schema: z.ZodType, given: object): string[] {
  return schema.safeParse(given).error?.issues.map((issue) => issue.message) ?? []
}

describe('what is missing from a command is said in words of the command', () => {
  it('to invite', () => {
    const full = { email: 'a@example.org', name: 'A. Example', role: 'admin' }
    const said = (given: object) => saidOf(inviteCommand, given)
    expect(said(full)).toEqual([])
    expect(said({})).toEqual(['--email is needed', '--name is needed', '--role is officer, supervisor or admin'])
    expect(said({ ...full, name: ' ' })).toEqual(['--name is needed'])
    expect(said({ ...full, name: 'x'.repeat(121) })).toEqual(['--name has 120 characters at most'])
    expect(said({ ...full, email: 'nobody' })).toEqual(['Enter an e-mail address, like name@example.org'])
  })

  it('to make and to revoke a token', () => {
    const said = (given: object) => saidOf(tokenCommand, { do: 'make', role: 'admin', ...given })
    expect(said({})).toEqual([])
    expect(said({ name: '' })).toEqual(['--name is not empty: leave it out, or give one'])
    expect(said({ name: 'x'.repeat(81) })).toEqual(['--name has 80 characters at most'])
    expect(said({ days: '1.5' })).toEqual(['--days is a whole number'])
    expect(saidOf(tokenCommand, { do: 'revoke', id: '-3' })).toEqual(['--revoke takes a token’s number'])
    expect(saidOf(tokenCommand, { do: 'revoke', id: '1.5' })).toEqual(['--revoke takes a token’s number'])
  })
})
