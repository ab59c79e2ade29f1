import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { texts } from './texts.ts'

const root = join(import.meta.dirname, '../..')
const plural = /_(zero|one|two|few|many|other)$/
const stem = (key: string) => key.replace(plural, '')
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort()

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
}
const code = [
  ...sources('server'),
  ...sources('client'),
  ...sources('shared/api'),
  ...sources('shared/standards'),
  ...sources('shared/live'),
  ...sources('shared/counting'),
].join('\n')

describe.each(Object.entries(texts))('the texts of %s', (namespace, both) => {
  const english: Record<string, string> = both.en
  const welsh: Record<string, string> = both.cy

  it('are there in both languages', () => {
    const stems = (texts: Record<string, string>) => [...new Set(Object.keys(texts).map(stem))].sort()
    expect(stems(welsh)).toEqual(stems(english))
  })

  it('have every plural form that the language has', () => {
    for (const [language, texts] of Object.entries({ en: english, cy: welsh })) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const counted = new Set(
        Object.keys(texts)
          .filter((key) => plural.test(key))
          .map(stem),
      )
      for (const key of counted)
        for (const form of forms) expect(texts, `${language} ${key}`).toHaveProperty(`${key}_${form}`)
    }
  })

  it('name the same values in both languages', () => {
    for (const [key, text] of Object.entries(welsh)) {
      const same = english[key] ?? english[`${stem(key)}_other`] ?? ''
      // A plural form may say its number in words ("dwy drosedd"), and English's "one" likewise.
      const optional = plural.test(key) ? ['count'] : []
      expect(
        placeholders(text).filter((name) => !optional.includes(name ?? '')),
        key,
      ).toEqual(placeholders(same).filter((name) => !optional.includes(name ?? '')))
    }
  })

  it('are all used', () => {
    const unused = Object.keys(english).filter((key) => !isUsed(namespace, stem(key)))
    expect(unused).toEqual([])
  })
})

/** Used as `namespace:key`, or by a template such as `errors:${code}_title` of which the key has the fixed parts. */
function isUsed(namespace: string, key: string): boolean {
  if (new RegExp(`['"\`]${namespace}:${key}['"\`]`).test(code)) return true
  return [...code.matchAll(new RegExp(`\`${namespace}:([^\`]*\\$\\{[^\`]*)\``, 'g'))].some((match) => {
    const pattern = (match[1] ?? '').split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${pattern.join('.+')}$`).test(key)
  })
}
