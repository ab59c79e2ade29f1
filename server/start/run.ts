import { spacedJoinCode } from '../../shared/live/joinCode.ts'
import { ConfigError, loadConfig } from '../config.ts'
import { startProgress } from './progress.ts'
import { type Service, startService } from './service.ts'

/** `npm start`: starts the service as the environment says, tells on the terminal where it is, and stops it on Ctrl-C. */
export async function run(): Promise<void> {
  const progress = startProgress()
  try {
    const service = await startService(loadConfig(process.env), progress)
    progress.stop()
    console.log(
      `\n  Our Patch is ready: ${service.url}\n${signInLines(service)}${meetingLines(service)}  Stop it with Ctrl-C.\n`,
    )
    closeOnSignals(service)
    service.jobs.catch(async (error) => {
      console.error('The regular jobs, such as erasing what is due, could not be started, so the service stops:', error)
      await service.close().catch(console.error)
      process.exit(1)
    })
  } catch (error) {
    progress.stop()
    console.error(error instanceof ConfigError ? error.message : whatToSay(error))
    process.exit(1)
  }
}

/** How to sign in as somebody of the invented force. */
function signInLines({ demoLinks }: Service): string {
  if (demoLinks.length === 0) return ''
  const lines = demoLinks.map(({ who, url }) => `    ${who}\n      ${url}`)
  return `\n  Sign in as an invented person (each link works once, for half an hour; a new start prints new ones):\n${lines.join('\n')}\n\n`
}

/** How to join and chair the invented force's open meeting. */
function meetingLines({ demoMeeting }: Service): string {
  if (!demoMeeting) return ''
  const { page, joinCode, chair } = demoMeeting
  return `  A meeting is open. Follow it on one device, with the code ${spacedJoinCode(joinCode)} or at\n      ${page}\n    and chair it on another (the link works for a day; a new start ends it and prints a new one):\n      ${chair}\n\n`
}

function closeOnSignals(service: Service): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(1) // a second Ctrl-C means now
      closing = true
      console.log('\n  Stopping: finishing what is under way …')
      service.close().then(
        () => process.exit(0),
        (error) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  }
}

/** The usual reasons for which a start fails, in a sentence; anything else as it is. */
function whatToSay(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'Another program is using this port. Choose another: PORT=3001 npm start'
  if (code === 'ECONNREFUSED') return 'The database that DATABASE_URL names does not answer. Is it running?'
  if (error.name === 'DataDirectoryLockedError') return error.message
  return error
}
