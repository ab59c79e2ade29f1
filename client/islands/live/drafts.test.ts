import { describe, expect, it } from 'vitest'
import { keepDrafts } from './drafts.ts'

function storage(fails = false) {
  const all = new Map<string, string>()
  return {
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (fails) throw new Error('full')
      all.set(key, value)
    },
    removeItem: (key: string) => void all.delete(key),
  }
}

describe('what is half written', () => {
  it('is kept a form and a meeting, until it is sent', () => {
    const kept = storage()
    const drafts = keepDrafts(kept, 1)
    drafts.write('question:ask', { text: 'Half a' })
    drafts.write('minutes:add', { text: 'Other' })
    expect(keepDrafts(kept, 1).read('question:ask')).toEqual({ text: 'Half a' })
    expect(keepDrafts(kept, 2).read('question:ask')).toBeUndefined()
    drafts.forget('question:ask')
    expect(drafts.read('question:ask')).toBeUndefined()
    expect(drafts.read('minutes:add')).toEqual({ text: 'Other' })
  })

  it('is no trouble where the browser keeps nothing, or kept something odd', () => {
    expect(() => keepDrafts(storage(true), 1).write('question:ask', { text: 'x' })).not.toThrow()
    const kept = storage()
    kept.setItem('draft 1 question:ask', '{broken')
    expect(keepDrafts(kept, 1).read('question:ask')).toBeUndefined()
  })
})
