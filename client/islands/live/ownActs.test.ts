import { expect, it } from 'vitest'
import { aMeetingState, idOf } from '../../../test/support/builders/live.ts'
import { withCommand } from './ownActs.ts'

it('[M3] shows an asker their question as the server keeps it, before the server has said so', () => {
  const none = { questions: [], backed: [], hand: null }
  const command = {
    id: idOf(900),
    meeting: 1,
    kind: 'question:ask' as const,
    detail: { question: idOf(1), text: ' Why\u202e ereht\u202c here?\u0000\n', name: null, item: null },
  }
  expect(withCommand(none, command, aMeetingState()).questions).toMatchObject([{ text: 'Why ereht here?' }])
})
