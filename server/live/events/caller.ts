import type { Caller } from '../live.ts'
import type { LiveSocket } from '../sockets.ts'

/** Whoever sends something through a socket. */
export function callerOf({ data }: LiveSocket): Caller {
  const { chairHeaders, device, since, address, language, bucket } = data
  return { chairHeaders, device, since, address, language, bucket }
}

/** Gives an answer to whoever asked for one: a client need not. */
export function answerTo<Answer>(reply: unknown): (answer: Answer) => void {
  return (answer) => {
    if (typeof reply === 'function') reply(answer)
  }
}
