import type { Server as HttpServer } from 'node:http'
import type { Context } from '../context.ts'
import { meetingChannel } from './log.ts'
import { openSockets } from './sockets.ts'

/** How often rooms are compared with their logs, in case a notification was lost. */
const lookMs = 1000
/** In how many looks chairs are looked at again. */
const chairsEvery = 30

/** Live meetings on a server of HTTP. */
export interface LiveStarted {
  /** Lets sockets go so that their clients come back elsewhere, and finishes what is being stored. Call it before the server is closed. */
  close(): Promise<void>
}

/** Opens the sockets of a process and keeps it level with the others. */
export async function startLive(context: Context, server: HttpServer): Promise<LiveStarted> {
  const { live, database, log, clock } = context
  const sockets = openSockets(server, context, live)
  await database.onNotification(meetingChannel, (payload) => {
    const [meeting = 0, sequence = 0] = payload.split(':').map(Number)
    const room = live.rooms.peek(meeting)
    if (room && room.sequence < sequence) live.rooms.catchUp(meeting).catch(() => {}) // the next look heals it
  })

  let looks = 0
  let looking: Promise<void> | undefined
  const look = async () => {
    looks += 1
    try {
      await live.rooms.catchUpAll((meeting) => live.presence.isWatched(meeting))
      await live.presence.exchange(clock())
      sockets.tellPresence()
      if (looks % chairsEvery === 0) await sockets.lookAtChairs()
    } catch (error) {
      log.warn({ err: error }, 'meetings could not be looked at')
    }
  }
  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined
    })
  }, lookMs)
  timer.unref()

  return {
    close: async () => {
      clearInterval(timer)
      await sockets.close()
      await looking
      await live.finish()
      await live.presence.close().catch(() => {})
    },
  }
}
