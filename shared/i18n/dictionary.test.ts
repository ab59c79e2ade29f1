import { describe, expect, it } from 'vitest'
import { liveWords } from '../../server/meetings/liveWords.ts'
import { translator } from '../../server/web/translate.ts'
import { translateBy } from './dictionary.ts'
import { languages, type TextKey } from './texts.ts'

describe.each(languages)('a dictionary in %s', (language) => {
  const words = liveWords(language)
  const inBrowser = translateBy(words, language)
  const onServer = translator(language)

  it('gives every text as the server does, whatever the count', () => {
    const stems = Object.keys(words).map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))
    for (const key of new Set(stems) as Set<TextKey>)
      for (const count of [0, 1, 2, 3, 6, 7, 11, 100]) {
        const values = {
          count,
          name: 'A <b>',
          number: 3,
          time: '1:02',
          title: 'T',
          owner: 'O',
          day: 'D',
          message: 'M',
          text: 'x',
        }
        expect(inBrowser(key, values), `${key} ${count}`).toBe(onServer(key, values))
      }
  })

  it('shows a key that it lacks', () => expect(inBrowser('common:home')).toBe('common:home'))
})
