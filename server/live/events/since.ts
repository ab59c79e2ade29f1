import type { ClientToServer } from '../../../shared/live/protocol.ts'
import type { Live } from '../live.ts'
import type { LiveSocket } from '../sockets.ts'
import { answerTo, callerOf } from './caller.ts'

/** `meeting:since`: a client that sees a gap asks for what it missed, as the audience it follows as. */
export function onSince(live: Live, socket: LiveSocket): ClientToServer['meeting:since'] {
  return async (input, reply) => {
    const { following } = socket.data
    const isOfThis = following !== undefined && following.meeting === (input as { meeting?: unknown } | null)?.meeting
    const audience = isOfThis ? following.audience : 'everyone'
    answerTo(reply)(await live.since(input, callerOf(socket), audience))
  }
}
