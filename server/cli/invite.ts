import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type InviteCommand, type InviteResult, inviteCommand, inviteWork } from '../accounts/inviteCommand.ts'
import { configForCommand, runOnDatabase, whatToSay } from './onDatabase.ts'

const usage = `Usage: npm run invite -- --email ADDRESS --name NAME --role officer|supervisor|admin [--force ID] [--neighbourhood ID]

Prints a link whose page lets that person in: how the first people of an installation come in. It works once, for 14 days.
`

process.exitCode = await main()

async function main(): Promise<number> {
  try {
    const command = readArguments()
    if (command === undefined) {
      process.stderr.write(usage)
      return 1
    }
    const result = (await runOnDatabase('invite', command, (database) =>
      inviteWork(database, command, new Date()),
    )) as InviteResult
    if ('problem' in result) {
      process.stderr.write(`${result.problem}\n`)
      return 1
    }
    process.stdout.write(`${configForCommand().publicUrl}/invitation?token=${result.token}\n`)
    return 0
  } catch (error) {
    process.stderr.write(`${whatToSay(error)}\n`)
    return 1
  }
}

function readArguments(): InviteCommand | undefined {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        force: { type: 'string' },
        neighbourhood: { type: 'string' },
      },
    })
    return inviteCommand.parse(values)
  } catch (error) {
    if (error instanceof z.ZodError)
      process.stderr.write(`${error.issues.map((issue) => issue.message).join('\n')}\n\n`)
    return undefined
  }
}
