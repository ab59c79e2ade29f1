import { loadavg } from 'node:os'
import type { BenchFigure } from '../figure.ts'
import { benchManyMeetings } from './manyMeetings.ts'
import { benchOneMeeting } from './oneMeeting.ts'
import { checkOpenFiles, isWanted } from './size.ts'
import { benchTwoProcesses } from './twoProcesses.ts'

/**
 * Live meetings: the real service on PostgreSQL beside a bare Socket.IO server in the same run, each in a process of its own, with phones in
 * further processes of the same machine. Says on stderr how busy the machine was before each part. size.ts says how to run it smaller.
 */
export async function* benchMeeting(): AsyncGenerator<BenchFigure> {
  checkOpenFiles()
  if (isWanted('changes') || isWanted('reconnect')) yield* withLoad('one meeting', benchOneMeeting())
  if (isWanted('many')) yield* withLoad('many meetings', benchManyMeetings())
  if (isWanted('order')) yield* withLoad('two processes', benchTwoProcesses())
}

async function* withLoad(part: string, figures: AsyncGenerator<BenchFigure>): AsyncGenerator<BenchFigure> {
  console.error(`${part}: the machine's load average is ${loadavg()[0]?.toFixed(1)}`)
  yield* figures
}
