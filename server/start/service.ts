import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { inviteCommand, inviteWork } from '../accounts/inviteCommand.ts'
import { tokenCommand, tokenWork } from '../accounts/tokenCommand.ts'
import { createApp } from '../app.ts'
import type { Config } from '../config.ts'
import { type Context, createContext } from '../context.ts'
import { migrate } from '../database/migrate.ts'
import { type ControlHandlers, startControlChannel } from '../embedded/control.ts'
import { finishDerivations, type ImportProgress, importPaths, listRejected } from '../import/index.ts'
import { erasureJob } from '../jobs/erasure.ts'
import { type Jobs, startJobs } from '../jobs/jobs.ts'
import { startLive } from '../live/start.ts'
import { forgetFeedbackJob } from '../meetings/minutes/forgetFeedbackJob.ts'
import { observationJob } from '../standards/observe.ts'
import { forgetSentForms } from '../web/sentOnce.ts'
import { buildClient, clientBuildIsStale } from './clientBuild.ts'
import { demoIsDue, loadDemo } from './demo.ts'
import { type DemoMeeting, demoMeeting } from './demoMeeting.ts'
import { type DemoLink, demoLinks } from './demoPeople.ts'
import { type OpenedDatabase, openDatabase } from './openDatabase.ts'
import type { StartProgress } from './progress.ts'
import { keptSecret } from './secret.ts'

/** A running service. */
export interface Service {
  /** Where people reach it. */
  url: string
  context: Context
  /** Links that sign in as invented people; none unless the invented force is there and wanted. */
  demoLinks: DemoLink[]
  /** A meeting of the invented force that is open to join; null unless the force is there and wanted. */
  demoMeeting: DemoMeeting | null
  /** What is done regularly, started behind the pages. Where it rejects, nothing is erased in time: whoever runs the service ends it then. */
  jobs: Promise<Jobs>
  /** Stops taking requests, finishes those under way, closes the database and gives its folder free. */
  close(): Promise<void>
}

/** So many connections may wait to be taken, as far as the system lets them: after a restart a hall comes back all at once. */
const waitingConnections = 8192
/** How long requests under way may take to finish at a shutdown. */
const shutdownMs = 10_000

/**
 * Starts everything: pages built, database opened and migrated, the invented force on the very first start, the port.
 * @throws what went wrong, with everything closed again
 */
export async function startService(config: Config, progress: StartProgress): Promise<Service> {
  const building = clientBuildIsStale().then((stale) => (stale ? buildClient() : undefined))
  building.catch(() => {}) // told below, after the database
  progress.show(0.02, 'Opening the database')
  const opened = await openDatabase(config)
  try {
    const { database } = opened
    await migrate(database)
    progress.show(0.25, 'Preparing the pages')
    await finishDerivations(database)
    if (await demoIsDue(config, database)) {
      await loadDemo(config, database, (done, what) => progress.show(0.25 + 0.7 * done, what))
    }
    await building
    const context = await createContext({ ...config, secret: config.secret ?? (await keptSecret(config)) }, database)
    const server = createServer(createApp(context))
    const live = await startLive(context, server)
    await listen(server, config)
    const control = config.databaseUrl
      ? undefined
      : await startControlChannel({ dataDirectory: config.dataDirectory, handlers: commandHandlers(context) })
    const { port } = server.address() as AddressInfo
    const url = config.port === 0 ? `http://localhost:${port}` : config.publicUrl
    const demo = {
      demoMeeting: config.demo ? await demoMeeting(context, url) : null,
      demoLinks: config.demo ? await demoLinks(database, context.auth, url) : [],
    }
    const jobs = regularJobs(context)
    const close = async () => {
      await control?.close()
      await live.close()
      await closeServer(server)
      await (await jobs.catch(() => undefined))?.stop()
      await opened.close()
    }
    return { url, context, ...demo, jobs, close }
  } catch (error) {
    await closeAfterFailure(opened)
    throw error
  }
}

/** Starts what is done regularly, and asks for what is due at a start. */
async function regularJobs(context: Context): Promise<Jobs> {
  const jobs = await startJobs(context.database, context.log, [
    erasureJob(context),
    observationJob(context),
    forgetSentForms(context),
    forgetFeedbackJob(context),
  ])
  await jobs.ask('observe-standards')
  return jobs
}

const importCommand = z.object({
  paths: z.array(z.string().min(1)),
  force: z.string().optional(),
  dryRun: z.boolean().optional(),
  allowSmaller: z.boolean().optional(),
})

/** Work that a command hands to the process that has the embedded database open. */
function commandHandlers(context: Context): ControlHandlers {
  return {
    import: async (input, { signal, tell }) => {
      const { force, dryRun, allowSmaller = false, paths } = importCommand.parse(input)
      const onProgress = (progress: ImportProgress) => {
        context.forgetDataVersion()
        tell(progress)
      }
      const options = {
        paths,
        signal,
        onProgress,
        allowSmaller,
        ...(force ? { force } : {}),
        ...(dryRun ? { dryRun } : {}),
      }
      return importPaths(context.database, options).finally(context.forgetDataVersion)
    },
    token: async (input) => tokenWork(context.database, tokenCommand.parse(input), context.clock()),
    invite: async (input) => inviteWork(context.database, inviteCommand.parse(input), context.clock()),
    rejected: async (_input, { tell }) => {
      for await (const row of listRejected(context.database)) tell(row)
    },
  }
}

function listen(server: Server, config: Config): Promise<Server> {
  // Longer than a proxy's usual minute, so that it is never we who cut a kept connection.
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: config.port, host: config.host, backlog: waitingConnections }, () => resolve(server))
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), shutdownMs)
    server.close(() => {
      clearTimeout(giveUp)
      resolve()
    })
    server.closeIdleConnections()
  })
}

async function closeAfterFailure(opened: OpenedDatabase): Promise<void> {
  await opened.close().catch(() => {})
}
