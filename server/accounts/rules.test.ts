import { describe, expect, it } from 'vitest'
import { type Action, type Grant, may, mayGive, type Person, permissions } from './rules.ts'

const person = (...grants: Grant[]): Person => ({ id: '1', name: 'A', email: null, via: 'session', grants })
const officer = person({ role: 'officer', forceId: 'dogger', neighbourhoodId: 1 })
const supervisor = person({ role: 'supervisor', forceId: 'dogger', neighbourhoodId: null })
const admin = person({ role: 'admin', forceId: null, neighbourhoodId: null })
const own = { forceId: 'dogger', neighbourhoodId: 1 }
const beside = { forceId: 'dogger', neighbourhoodId: 2 }
const force = { forceId: 'dogger', neighbourhoodId: null }
const elsewhere = { forceId: 'fisher', neighbourhoodId: 3 }

describe('permissions', () => {
  it('hold in one’s own place only', () => {
    expect(may(officer, 'team.edit', own)).toBe(true)
    expect([beside, force, elsewhere].map((place) => may(officer, 'team.edit', place))).toEqual([false, false, false])
    expect([own, beside, force].map((place) => may(supervisor, 'people.invite', place))).toEqual([true, true, true])
    expect(may(supervisor, 'people.invite', elsewhere)).toBe(false)
    expect(may(supervisor, 'people.invite', { forceId: null, neighbourhoodId: null })).toBe(false)
    expect(may(admin, 'people.invite', elsewhere)).toBe(true)
  })

  it('are none for nobody, and only those of the role', () => {
    for (const action of Object.keys(permissions) as Action[]) expect(may(null, action, own)).toBe(false)
    expect(may(officer, 'people.invite', own)).toBe(false)
    expect(may(officer, 'audit.read', own)).toBe(false)
  })

  it('are given away only within one’s own', () => {
    expect(mayGive(supervisor, { role: 'officer', ...own })).toBe(true)
    expect(mayGive(supervisor, { role: 'supervisor', ...force })).toBe(true)
    expect(mayGive(supervisor, { role: 'officer', ...elsewhere })).toBe(false)
    expect(mayGive(supervisor, { role: 'admin', forceId: null, neighbourhoodId: null })).toBe(false)
    expect(mayGive(officer, { role: 'officer', ...own })).toBe(false)
    expect(mayGive(admin, { role: 'admin', forceId: null, neighbourhoodId: null })).toBe(true)
  })
})
