import type { ClientToServer } from '../../../shared/live/protocol.ts'
import type { Live } from '../live.ts'
import type { LiveSocket } from '../sockets.ts'
import { answerTo, callerOf } from './caller.ts'

/** `meeting:command`: something is to change. The answer comes once it is stored. */
export function onCommand(live: Live, socket: LiveSocket): ClientToServer['meeting:command'] {
  return async (command, reply) => {
    answerTo(reply)(await live.command(command, callerOf(socket)))
  }
}
