import { describe, expect, it } from 'vitest'
import { translator } from '../../server/web/translate.ts'
import { idOf } from '../../test/support/builders/live.ts'
import { readCommand } from './commands.ts'
import { refusals } from './refusals.ts'
import { refusalSentence } from './sentences.ts'

const read = (kind: string, detail: unknown, more: object = {}) =>
  readCommand({ id: idOf(1), meeting: 1, kind, detail, ...more })

describe('commands', () => {
  it('[M3] are read into what they mean: trimmed, in small letters, without what nobody types', () => {
    const given = { question: idOf(2).toUpperCase(), text: ' \u202eWhy\u0000?\r\nHow? ', name: '  ' }
    expect(read('question:ask', given)).toEqual({
      ok: true,
      command: {
        id: idOf(1),
        meeting: 1,
        kind: 'question:ask',
        detail: { question: idOf(2), text: 'Why?\nHow?', name: null, item: null },
      },
    })
  })

  it.each([
    ['question:ask', { question: idOf(2), text: '  ' }, 'detail.text', 'Enter your question'],
    ['question:ask', { question: idOf(2), text: 'x'.repeat(501) }, 'detail.text', 'Use 500 characters or fewer'],
    ['question:hide', { question: idOf(2), reason: '' }, 'detail.reason', 'Enter a reason for hiding'],
    ['attendance:room', { count: 1.5 }, 'detail.count', 'Enter a whole number from 0 to 20000'],
    ['attendance:room', { count: '3' }, 'detail.count', 'Enter a whole number from 0 to 20000'],
    [
      'minutes:add',
      { entry: { id: idOf(2), kind: 'action', text: 'x', dueOn: '2026-02-30' } },
      'detail.entry.dueOn',
      'Enter a real date',
    ],
    [
      'agenda:change',
      { item: idOf(2), set: { documents: [{ title: 'x', url: 'javascript:alert(1)' }] } },
      'detail.set.documents.0.url',
      'Enter a web address that begins with https://',
    ],
  ])('[M3] say what is to be mended: %s %o', (kind, detail, field, sentence) => {
    const answer = read(kind, detail)
    expect(answer).toMatchObject({ ok: false, problem: { field } })
    expect(!answer.ok && refusalSentence(translator('en'), 'not-valid', answer.problem)).toBe(sentence)
  })

  it('[M3] never throw, whatever comes', () => {
    for (const given of [
      null,
      1,
      'x',
      [],
      {},
      { id: 1 },
      { id: idOf(1), meeting: 1, kind: '__proto__' },
      { id: idOf(1), meeting: 1, kind: 'toString' },
    ])
      expect(readCommand(given).ok).toBe(false)
  })

  it('are refused in both languages', () => {
    for (const reason of refusals)
      for (const language of ['en', 'cy'] as const)
        expect(refusalSentence(translator(language), reason)).not.toMatch(/refused_|undefined|\{/)
  })
})
