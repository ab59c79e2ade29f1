import { parseArgs } from 'node:util'
import { inviteCommand, inviteWork } from '../accounts/inviteCommand.ts'
import { configForCommand, runCommand } from './onDatabase.ts'

process.exitCode = await runCommand({
  name: 'invite',
  usage: `Usage: npm run invite -- --email ADDRESS --name NAME --role officer|supervisor|admin [--force ID] [--neighbourhood ID]

Prints a link whose page lets that person in: how the first people of an installation come in. It works once, for 14 days.
`,
  read: () =>
    inviteCommand.parse(
      parseArgs({
        options: {
          email: { type: 'string' },
          name: { type: 'string' },
          role: { type: 'string' },
          force: { type: 'string' },
          neighbourhood: { type: 'string' },
        },
      }).values,
    ),
  work: (database, command) => inviteWork(database, command, new Date()),
  print: ({ token }) => process.stdout.write(`${configForCommand().publicUrl}/invitation?token=${token}\n`),
})
