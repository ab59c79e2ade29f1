import type { CommandInput } from '../../../shared/live/commands.ts'
import type { OwnActs } from '../../../shared/live/protocol.ts'
import type { MeetingState } from '../../../shared/live/state.ts'
import { keptText } from '../../../shared/text/keptText.ts'

/** What this device has done, with what the server tells of some of its questions. */
export function withQuestions(own: OwnActs, told: OwnActs['questions']): OwnActs {
  const after = new Map([...own.questions, ...told].map((question) => [question.id, question]))
  return { ...own, questions: [...after.values()] }
}

/** What this device has done, after a command of its own was stored. The next full answer of the server says the same. */
export function withCommand(own: OwnActs, command: CommandInput, state: MeetingState): OwnActs {
  switch (command.kind) {
    case 'question:ask': {
      const { question, text } = command.detail
      const isShown = state.phase === 'running' && !state.settings.questionsModerated
      // As the server keeps it.
      const asked = {
        id: question,
        text: keptText(text).trim(),
        state: isShown ? ('open' as const) : ('waiting' as const),
      }
      // Sent again after a lost line, it may be known already what became of it.
      const isKnown = own.questions.some(({ id }) => id === question)
      const questions = isKnown ? own.questions : [...own.questions, asked]
      return { ...own, questions, backed: [...new Set([...own.backed, question])] }
    }
    case 'question:back':
      return { ...own, backed: [...new Set([...own.backed, command.detail.question])] }
    case 'question:unback':
      return { ...own, backed: own.backed.filter((id) => id !== command.detail.question) }
    case 'hand:raise':
      return { ...own, hand: command.detail.hand }
    case 'hand:lower':
      return { ...own, hand: null }
    default:
      return own
  }
}
