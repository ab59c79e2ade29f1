import type { ClientToServer } from '../../../shared/live/protocol.ts'
import type { Live } from '../live.ts'
import { type LiveSocket, leave, roomOf } from '../sockets.ts'
import { answerTo, callerOf } from './caller.ts'

/** `meeting:follow`: from now on the socket is told of one meeting's changes, and it gets what it lacks of them. */
export function onFollow(live: Live, socket: LiveSocket): ClientToServer['meeting:follow'] {
  return async (input, reply) => {
    const answer = await live.follow(input, callerOf(socket), (meeting, as, language, present) => {
      if (!socket.connected) return
      leave(live, socket)
      const audience = as === 'chair' ? 'chair' : 'everyone'
      socket.data.language = language
      if (as === 'chair') socket.data.bucket = live.limits.newBucket(true)
      else socket.data.chairHeaders = undefined // this socket's commands are a phone's
      socket.data.following = { meeting, audience, present }
      if (present !== undefined) live.presence.come(meeting, present)
      socket.join(roomOf(meeting, audience))
    })
    answerTo(reply)(answer)
  }
}
