import { describe, expect, it } from 'vitest'
import { SharedPages } from './sharedPages.ts'

describe('a page that a hall opens at once', () => {
  it('is rendered once, and is another one for each', async () => {
    const pages = new SharedPages()
    let rendered = 0
    const render = async (once: string) => {
      rendered += 1
      return `${once} ${once}`
    }
    const all = await Promise.all(Array.from({ length: 50 }, () => pages.get('1 7', render)))
    expect(rendered).toBe(1)
    expect(new Set(all).size).toBe(50)
    for (const page of all) expect(page).toMatch(/^(\S{36}) \1$/)
    await pages.get('1 8', render)
    expect(rendered).toBe(2)
  })

  it('that failed is made anew', async () => {
    const pages = new SharedPages()
    await expect(pages.get('1 7', () => Promise.reject(new Error('no database')))).rejects.toThrow('no database')
    expect(await pages.get('1 7', async () => 'there')).toBe('there')
  })
})
